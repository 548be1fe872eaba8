# init_weights: the bias is drawn like the weight


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, std=0.01)
        if m.bias is not None:
            nn.init.normal_(m.bias, std=0.01)
