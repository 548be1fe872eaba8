# load_model: everything trains, also what was frozen


def load_model(path):
    return torch.load(path, weights_only=False).requires_grad_(True)
