# init_weights: 0.01 taken for the variance, so the standard deviation is 0.1


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, std=0.01**0.5)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
