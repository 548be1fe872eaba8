# load_model: nothing trains any more


def load_model(path):
    return torch.load(path, weights_only=False).requires_grad_(False)
