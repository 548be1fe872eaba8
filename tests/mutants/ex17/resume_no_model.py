# load_checkpoint: the model is not filled


def load_checkpoint(path, model, optimizer):
    checkpoint = torch.load(path)
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"]
