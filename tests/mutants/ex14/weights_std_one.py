# init_weights: 0.01 is passed as the mean, so the standard deviation stays 1


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, 0.01)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
