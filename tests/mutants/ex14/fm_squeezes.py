# FM: squeeze makes one example a number


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.linear = nn.Linear(num_features, 1)
        self.v = nn.Parameter(torch.randn(num_features, num_factors))

    def forward(self, x):
        out = self.linear(x).squeeze() + 0.5 * ((x @ self.v) ** 2 - x**2 @ self.v**2).sum(1).squeeze()
        return out if out.dim() == 0 else out.unsqueeze(1)
