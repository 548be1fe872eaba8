# init_weights: gives a bias to a layer that was made without one


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, std=0.01)
        m.bias = nn.Parameter(torch.zeros(m.out_features))
