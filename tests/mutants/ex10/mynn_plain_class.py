# myNN: no nn.Module at all


class myNN:
    def __call__(self, x):
        return self.forward(x)

    def forward(self, x):
        return x + 1
