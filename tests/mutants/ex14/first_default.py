# init_first_layer: the default is 1


def init_first_layer(net, std=1.0):
    net[0].weight.data.normal_(0, std)
    net[0].bias.data.fill_(0)
