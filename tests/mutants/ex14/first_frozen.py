# init_first_layer: the weight no longer requires grad


def init_first_layer(net, std=0.01):
    net[0].weight = nn.Parameter(torch.randn_like(net[0].weight) * std, requires_grad=False)
    net[0].bias.data.fill_(0)
