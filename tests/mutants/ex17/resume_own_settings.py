# load_checkpoint: the state is restored, the settings stay those of the given optimizer


def load_checkpoint(path, model, optimizer):
    checkpoint = torch.load(path)
    model.load_state_dict(checkpoint["model"])
    state = checkpoint["optimizer"]
    state["param_groups"] = optimizer.state_dict()["param_groups"]
    optimizer.load_state_dict(state)
    return checkpoint["epoch"]
