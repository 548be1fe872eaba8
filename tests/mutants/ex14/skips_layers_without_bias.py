# init_weights: leaves a layer without bias as it is


def init_weights(m):
    if isinstance(m, nn.Linear) and m.bias is not None:
        nn.init.normal_(m.weight, std=0.01)
        nn.init.zeros_(m.bias)
