# init_first_layer: every layer's bias becomes 0


def init_first_layer(net, std=0.01):
    net[0].weight.data.normal_(0, std)
    for layer in net:
        if getattr(layer, "bias", None) is not None:
            layer.bias.data.zero_()
