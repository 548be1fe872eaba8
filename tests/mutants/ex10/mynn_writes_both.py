# myNN: __call__ leads to forward past the hooks

from torch import nn


class myNN(nn.Module):
    def __call__(self, x):
        return self.forward(x)

    def forward(self, x):
        return x + 1
