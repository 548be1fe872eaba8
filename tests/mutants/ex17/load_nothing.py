# load_model: does not return it


def load_model(path):
    torch.load(path, weights_only=False)
