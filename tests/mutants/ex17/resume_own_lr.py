# load_checkpoint: the learning rate stays that of the given optimizer


def load_checkpoint(path, model, optimizer):
    checkpoint = torch.load(path)
    lr = optimizer.param_groups[0]["lr"]
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    optimizer.param_groups[0]["lr"] = lr
    return checkpoint["epoch"]
