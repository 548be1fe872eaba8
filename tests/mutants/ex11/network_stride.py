# myNetwork: the layer takes steps of two

from torch import nn


class myNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 3, 2)

    def forward(self, x):
        return self.conv1(x)
