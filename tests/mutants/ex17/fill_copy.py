# load_weights: fills a copy


def load_weights(model, path, device="cpu"):
    import copy

    model = copy.deepcopy(model)
    model.load_state_dict(torch.load(path, map_location=device))
    return model
