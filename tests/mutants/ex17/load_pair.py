# load_model: gives a tuple


def load_model(path):
    return torch.load(path, weights_only=False), path
