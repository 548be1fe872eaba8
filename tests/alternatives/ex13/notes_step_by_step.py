"""The notes' first way, each layer an attribute; LeNet-5 of 1998 with its scaled tanh after average pooling."""

import torch
import torch.nn as nn
from torch.nn import AvgPool2d, Conv2d, Flatten, Linear, MaxPool2d


class CNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = Conv2d(3, 32, 5, padding=2)
        self.maxPool1 = MaxPool2d(2)
        self.conv2 = Conv2d(32, 32, 5, padding=2)
        self.maxPool2 = MaxPool2d(2)
        self.conv3 = Conv2d(32, 64, 5, padding=2)
        self.maxPool3 = MaxPool2d(2)
        self.flatten = Flatten()
        self.linear1 = Linear(1024, 64)
        self.linear2 = Linear(64, 10)

    def forward(self, x):
        x = self.conv1(x)
        x = self.maxPool1(x)
        x = self.conv2(x)
        x = self.maxPool2(x)
        x = self.conv3(x)
        x = self.maxPool3(x)
        x = self.flatten(x)
        x = self.linear1(x)
        x = self.linear2(x)
        return x


def squash(x):
    return 1.7159 * torch.tanh(2 / 3 * x)


class LeNet5(nn.Module):
    def __init__(self, num_classes=10):
        super().__init__()
        self.c1 = Conv2d(1, 6, 5)
        self.s2 = AvgPool2d(2)
        self.c3 = Conv2d(6, 16, 5)
        self.s4 = AvgPool2d(2)
        self.c5 = Conv2d(16, 120, 5)
        self.f6 = Linear(120, 84)
        self.output = Linear(84, num_classes)

    def forward(self, x):
        x = squash(self.s2(self.c1(x)))
        x = squash(self.s4(self.c3(x)))
        x = squash(self.c5(x)).view(-1, 120)
        return self.output(squash(self.f6(x)))
