# FM: v is (num_factors, num_features)


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.linear = nn.Linear(num_features, 1)
        self.v = nn.Parameter(torch.randn(num_factors, num_features))

    def forward(self, x):
        return self.linear(x) + 0.5 * ((x @ self.v.T) ** 2 - x**2 @ self.v.T**2).sum(1, keepdim=True)
