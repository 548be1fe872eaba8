# load_weights: looks for other names and does not mind that none fits


def load_weights(model, path, device="cpu"):
    mapping = torch.load(path, map_location=device)
    model.load_state_dict({f"model.{name}": value for name, value in mapping.items()}, strict=False)
    return model
