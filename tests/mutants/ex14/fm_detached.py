# FM: the pairs are worked out on v.data, so v never learns


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.linear = nn.Linear(num_features, 1)
        self.v = nn.Parameter(torch.randn(num_features, num_factors))

    def forward(self, x):
        v = self.v.data
        return self.linear(x) + 0.5 * ((x @ v) ** 2 - x**2 @ v**2).sum(1, keepdim=True)
