# load_weights: returns the report of load_state_dict


def load_weights(model, path, device="cpu"):
    return model.load_state_dict(torch.load(path, map_location=device))
