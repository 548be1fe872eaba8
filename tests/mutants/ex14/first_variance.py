# init_first_layer: std taken for the variance


def init_first_layer(net, std=0.01):
    net[0].weight.data.normal_(0, std**0.5)
    net[0].bias.data.fill_(0)
