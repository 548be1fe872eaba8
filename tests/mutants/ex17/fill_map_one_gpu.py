# load_weights: maps cuda:0 alone


def load_weights(model, path, device="cpu"):
    model.load_state_dict(torch.load(path, map_location={"cuda:0": str(device)}))
    return model
