"""The notes' way: the whole chain in one Sequential; LeNet-5 as their picture shows it."""

import torch.nn as nn
from torch.nn import Conv2d, Flatten, Linear, MaxPool2d


class CNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.model = nn.Sequential(
            Conv2d(3, 32, 5, padding=2),
            MaxPool2d(2),
            Conv2d(32, 32, 5, padding=2),
            MaxPool2d(2),
            Conv2d(32, 64, 5, padding=2),
            MaxPool2d(2),
            Flatten(),
            Linear(1024, 64),
            Linear(64, 10),
        )

    def forward(self, x):
        return self.model(x)


class LeNet5(nn.Module):
    def __init__(self, num_classes=10):
        super().__init__()
        self.model = nn.Sequential(
            Conv2d(1, 6, 5),
            nn.Sigmoid(),
            MaxPool2d(2),
            Conv2d(6, 16, 5),
            nn.Sigmoid(),
            MaxPool2d(2),
            Conv2d(16, 120, 5),
            nn.Sigmoid(),
            Flatten(),
            Linear(120, 84),
            nn.Sigmoid(),
            Linear(84, num_classes),
        )

    def forward(self, x):
        return self.model(x)
