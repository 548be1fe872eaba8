# myNN: x += 1 changes the caller's tensor

from torch import nn


class myNN(nn.Module):
    def __init__(self):
        super().__init__()

    def forward(self, x):
        x += 1
        return x
