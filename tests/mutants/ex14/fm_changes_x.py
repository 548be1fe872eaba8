# FM: squares x in place


class FM(nn.Module):
    def __init__(self, num_features, num_factors):
        super().__init__()
        self.linear = nn.Linear(num_features, 1)
        self.v = nn.Parameter(torch.randn(num_features, num_factors))

    def forward(self, x):
        out = self.linear(x.clone()) + 0.5 * ((x.clone() @ self.v) ** 2).sum(1, keepdim=True)
        return out - 0.5 * (x.pow_(2) @ self.v**2).sum(1, keepdim=True)
