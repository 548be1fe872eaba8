# FM: v is drawn from N(0, 0.01²)


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.linear = nn.Linear(num_features, 1)
        self.v = nn.Parameter(torch.randn(num_features, num_factors) * 0.01)

    def forward(self, x):
        return self.linear(x) + 0.5 * ((x @ self.v) ** 2 - x**2 @ self.v**2).sum(1, keepdim=True)
