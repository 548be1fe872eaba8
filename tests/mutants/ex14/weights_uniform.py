# init_weights: uniform in place of normal


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.uniform_(m.weight, -0.01 * 3**0.5, 0.01 * 3**0.5)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
