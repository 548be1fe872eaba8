# save_checkpoint: the optimizer that goes on has lost its state


def save_checkpoint(path, model, optimizer, epoch):
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}, path)
    optimizer.state.clear()
