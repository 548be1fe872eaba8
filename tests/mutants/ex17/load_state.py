# load_model: gives the state dict


def load_model(path):
    return torch.load(path, weights_only=False).state_dict()
