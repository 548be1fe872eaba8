"""Small blocks; unfold as flatten; LeNet-5 as a loop over a list of layers, with average pooling after SiLU."""

import torch
import torch.nn.functional as F
from torch import nn


def block(inputs, outputs):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 5, padding=(2, 2)), nn.MaxPool2d((2, 2), ceil_mode=True))


class CNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c = block(3, 32), block(32, 32), block(32, 64)
        self.d = nn.Sequential(nn.Unfold(4), nn.Flatten(), nn.Linear(1024, 64), nn.Linear(64, 10))

    def forward(self, x):
        return self.d(self.c(self.b(self.a(x))))


class LeNet5(nn.Module):
    def __init__(self, num_classes=10):
        super().__init__()
        self.layers = nn.ModuleList(
            [
                nn.Conv2d(1, 6, 5),
                nn.Conv2d(6, 16, 5),
                nn.Linear(400, 120),
                nn.Linear(120, 84),
                nn.Linear(84, num_classes),
            ]
        )

    def forward(self, x):
        for index, layer in enumerate(self.layers):
            if index == 2:
                x = torch.flatten(x, 1)
            x = layer(x)
            if index < 4:
                x = F.silu(x)
            if index < 2:
                x = F.avg_pool2d(x, 2)
        return x
