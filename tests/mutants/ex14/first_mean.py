# init_first_layer: std is passed as the mean


def init_first_layer(net, std=0.01):
    net[0].weight.data.normal_(std)
    net[0].bias.data.fill_(0)
