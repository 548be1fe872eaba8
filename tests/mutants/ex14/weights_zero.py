# init_weights: all weights are 0


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, 0, 0.0)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
