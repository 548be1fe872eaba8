# save_checkpoint: makes the dict and does not write it


def save_checkpoint(path, model, optimizer, epoch):
    return {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
