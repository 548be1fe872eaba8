# init_weights: finds linear layers only among a net's own children, and does nothing when handed a layer


def init_weights(m):
    if not isinstance(m, nn.Sequential) or not isinstance(m[0], nn.Flatten):
        return
    for layer in m:
        if isinstance(layer, nn.Linear):
            nn.init.normal_(layer.weight, std=0.01)
            if layer.bias is not None:
                nn.init.zeros_(layer.bias)
