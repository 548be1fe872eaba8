# FM: each feature's product with itself is not taken away


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.linear = nn.Linear(num_features, 1)
        self.v = nn.Parameter(torch.randn(num_features, num_factors))

    def forward(self, x):
        return self.linear(x) + 0.5 * ((x @ self.v) ** 2).sum(1, keepdim=True)
