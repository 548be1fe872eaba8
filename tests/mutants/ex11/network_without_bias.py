# myNetwork: the layer has no bias

from torch import nn


class myNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 3, bias=False)

    def forward(self, x):
        return self.conv1(x)
