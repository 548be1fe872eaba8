# load_model: the notes' line, refused since torch 2.6


def load_model(path):
    return torch.load(path)
