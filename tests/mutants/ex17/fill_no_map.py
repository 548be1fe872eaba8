# load_weights: no map_location, so a file from a GPU does not load


def load_weights(model, path, device="cpu"):
    model.load_state_dict(torch.load(path))
    return model.to(device)
