# CNN: no padding, and the dense layer made to fit

from torch import nn


def CNN():
    return nn.Sequential(
        nn.Conv2d(3, 32, 5), nn.MaxPool2d(2), nn.Conv2d(32, 32, 5), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 5), nn.Flatten(), nn.Linear(64, 64), nn.Linear(64, 10),
    )
