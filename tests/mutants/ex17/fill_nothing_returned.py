# load_weights: returns nothing


def load_weights(model, path, device="cpu"):
    model.load_state_dict(torch.load(path, map_location=device))
