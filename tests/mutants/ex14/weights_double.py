# init_weights: the new weight is float64


def init_weights(m):
    if isinstance(m, nn.Linear):
        m.weight = nn.Parameter(torch.randn(m.weight.shape, dtype=torch.float64) * 0.01)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
