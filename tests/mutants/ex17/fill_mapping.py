# load_weights: returns the mapping and fills nothing


def load_weights(model, path, device="cpu"):
    return torch.load(path, map_location=device)
