# init_weights: every parameter with two dimensions is taken for a linear layer's weight


def init_weights(m):
    for param in m.parameters(recurse=False):
        if param.dim() == 2:
            nn.init.normal_(param, std=0.01)
        elif isinstance(m, nn.Linear):
            nn.init.zeros_(param)
