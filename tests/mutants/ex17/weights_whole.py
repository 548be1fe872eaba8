# save_weights: writes the whole model


def save_weights(model, path):
    torch.save(model, path)


def load_weights(model, path, device="cpu"):
    model.load_state_dict(torch.load(path, map_location=device, weights_only=False).state_dict())
    return model
