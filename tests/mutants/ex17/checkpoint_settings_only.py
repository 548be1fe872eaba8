# save_checkpoint: the optimizer's settings without its state


def save_checkpoint(path, model, optimizer, epoch):
    state = optimizer.state_dict()
    state["state"] = {}
    torch.save({"model": model.state_dict(), "optimizer": state, "epoch": epoch}, path)
