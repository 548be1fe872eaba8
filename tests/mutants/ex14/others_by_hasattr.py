# init_weights: whatever has a weight is taken for a linear layer


def init_weights(m):
    if getattr(m, "weight", None) is not None:
        nn.init.normal_(m.weight, std=0.01)
    if getattr(m, "bias", None) is not None and not isinstance(m.bias, bool):
        nn.init.zeros_(m.bias)
