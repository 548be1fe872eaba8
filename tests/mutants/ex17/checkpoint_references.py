# save_checkpoint: keeps references in memory, which change as training goes on


_kept = {}


def save_checkpoint(path, model, optimizer, epoch):
    _kept["last"] = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
    torch.save(epoch, path)


def load_checkpoint(path, model, optimizer):
    model.load_state_dict(_kept["last"]["model"])
    optimizer.load_state_dict(_kept["last"]["optimizer"])
    return torch.load(path)
