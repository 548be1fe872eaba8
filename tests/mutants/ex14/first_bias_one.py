# init_first_layer: the bias becomes 1


def init_first_layer(net, std=0.01):
    net[0].weight.data.normal_(0, std)
    net[0].bias.data.fill_(1)
