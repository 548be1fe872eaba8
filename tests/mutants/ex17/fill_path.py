# load_weights: hands the path to load_state_dict


def load_weights(model, path, device="cpu"):
    model.load_state_dict(path)
    return model
