# load_checkpoint: restores SGD's momentum by hand and nothing of other optimizers


def load_checkpoint(path, model, optimizer):
    checkpoint = torch.load(path)
    model.load_state_dict(checkpoint["model"])
    saved = checkpoint["optimizer"]
    for group, old in zip(optimizer.param_groups, saved["param_groups"]):
        group["lr"] = old["lr"]
    for index, param in enumerate(model.parameters()):
        if "momentum_buffer" in saved["state"].get(index, {}):
            optimizer.state[param]["momentum_buffer"] = saved["state"][index]["momentum_buffer"]
    return checkpoint["epoch"]
