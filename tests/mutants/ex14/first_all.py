# init_first_layer: every linear layer is drawn


def init_first_layer(net, std=0.01):
    for layer in net:
        if isinstance(layer, nn.Linear):
            layer.weight.data.normal_(0, std)
            layer.bias.data.fill_(0)
