# load_checkpoint: gives new values to local names, so that the caller's model stays as it was


def load_checkpoint(path, model, optimizer):
    import copy

    checkpoint = torch.load(path)
    model = copy.deepcopy(model)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"]
