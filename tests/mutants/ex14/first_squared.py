# init_first_layer: std is squared


def init_first_layer(net, std=0.01):
    net[0].weight.data.normal_(0, std**2)
    net[0].bias.data.fill_(0)
