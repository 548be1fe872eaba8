# init_first_layer: uniform in place of normal


def init_first_layer(net, std=0.01):
    net[0].weight.data.uniform_(-std, std)
    net[0].bias.data.fill_(0)
