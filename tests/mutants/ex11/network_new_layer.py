# myNetwork: forward makes a new layer at each call

from torch import nn


class myNetwork(nn.Module):
    def forward(self, x):
        return nn.Conv2d(3, 6, 3)(x)
