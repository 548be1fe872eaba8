# init_first_layer: always 0.01


def init_first_layer(net, std=0.01):
    net[0].weight.data.normal_(0, 0.01)
    net[0].bias.data.fill_(0)
