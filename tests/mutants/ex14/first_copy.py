# init_first_layer: works on a copy


def init_first_layer(net, std=0.01):
    import copy

    net = copy.deepcopy(net)
    net[0].weight.data.normal_(0, std)
    net[0].bias.data.fill_(0)
    return net
