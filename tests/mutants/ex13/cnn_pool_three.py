# CNN: poolings of 3 with stride 2

from torch import nn


def CNN():
    return nn.Sequential(
        nn.Conv2d(3, 32, 5, padding=2),
        nn.MaxPool2d(3, 2, 1),
        nn.Conv2d(32, 32, 5, padding=2),
        nn.MaxPool2d(3, 2, 1),
        nn.Conv2d(32, 64, 5, padding=2),
        nn.MaxPool2d(3, 2, 1),
        nn.Flatten(),
        nn.Linear(1024, 64),
        nn.Linear(64, 10),
    )
