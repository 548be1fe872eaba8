# init_weights: one row is drawn and given to every unit


def init_weights(m):
    if isinstance(m, nn.Linear):
        m.weight.data[:] = torch.randn(m.in_features) * 0.01
        if m.bias is not None:
            nn.init.zeros_(m.bias)
