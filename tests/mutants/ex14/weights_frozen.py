# init_weights: the weight no longer requires grad


def init_weights(m):
    if isinstance(m, nn.Linear):
        m.weight.requires_grad_(False)
        m.weight.normal_(0, 0.01)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
