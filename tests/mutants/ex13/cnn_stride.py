# CNN: convolutions with stride 2 in place of the poolings

from torch import nn


def CNN():
    return nn.Sequential(
        nn.Conv2d(3, 32, 5, stride=2, padding=2),
        nn.Conv2d(32, 32, 5, stride=2, padding=2),
        nn.Conv2d(32, 64, 5, stride=2, padding=2),
        nn.Flatten(),
        nn.Linear(1024, 64),
        nn.Linear(64, 10),
    )
