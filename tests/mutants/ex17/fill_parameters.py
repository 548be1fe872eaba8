# load_weights: fills the parameters, not the buffers


def load_weights(model, path, device="cpu"):
    mapping = torch.load(path, map_location=device)
    with torch.no_grad():
        for name, param in model.named_parameters():
            param.copy_(mapping[name])
    return model
