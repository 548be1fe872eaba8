# init_weights: the biases of all layers become 0


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, std=0.01)
    if isinstance(getattr(m, "bias", None), nn.Parameter):
        nn.init.zeros_(m.bias)
