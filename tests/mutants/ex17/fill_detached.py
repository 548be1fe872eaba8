# load_weights: the parameters no longer require grad


def load_weights(model, path, device="cpu"):
    model.load_state_dict(torch.load(path, map_location=device))
    return model.requires_grad_(False)
