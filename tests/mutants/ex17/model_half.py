# save_model: in half precision


def save_model(model, path):
    import copy

    torch.save(copy.deepcopy(model).half(), path)


def load_model(path):
    return torch.load(path, weights_only=False).float()
