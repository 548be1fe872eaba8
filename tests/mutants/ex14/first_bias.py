# init_first_layer: the bias is forgotten


def init_first_layer(net, std=0.01):
    net[0].weight.data.normal_(0, std)
