# FM: the factors are summed before the square


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.linear = nn.Linear(num_features, 1)
        self.v = nn.Parameter(torch.randn(num_features, num_factors))

    def forward(self, x):
        square = (x @ self.v).sum(1, keepdim=True) ** 2
        return self.linear(x) + 0.5 * (square - (x**2 @ self.v**2).sum(1, keepdim=True))
