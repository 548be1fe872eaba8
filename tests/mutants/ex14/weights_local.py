# init_weights: draws a new tensor and gives it only a local name


def init_weights(m):
    if isinstance(m, nn.Linear):
        weight = m.weight
        weight = torch.normal(0, 0.01, weight.shape)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
