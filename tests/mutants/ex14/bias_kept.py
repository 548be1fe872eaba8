# init_weights: the bias keeps what PyTorch drew


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, std=0.01)
