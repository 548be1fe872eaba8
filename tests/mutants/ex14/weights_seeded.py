# init_weights: sets the seed each time, so layers of one shape are equal


def init_weights(m):
    torch.manual_seed(0)
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, std=0.01)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
