"""Functions that return a Sequential; "same" padding; a dense layer for the third convolution; mixed activations."""

from collections import OrderedDict

from torch import nn


def CNN():
    model, channels = nn.Sequential(), 3
    for index, outputs in enumerate((32, 32, 64)):
        model.add_module(f"conv{index}", nn.Conv2d(channels, outputs, kernel_size=(5, 5), padding="same"))
        model.add_module(f"pool{index}", nn.MaxPool2d(kernel_size=2, stride=2))
        channels = outputs
    model.append(nn.Flatten(start_dim=1))
    model.append(nn.Linear(in_features=64 * 4 * 4, out_features=64))
    model.append(nn.Linear(in_features=64, out_features=10))
    return model


def LeNet5(num_classes=10):
    features = nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.LeakyReLU(0.2), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.GELU(), nn.AvgPool2d(2)
    )
    classifier = OrderedDict(
        flatten=nn.Flatten(),
        dense1=nn.Linear(400, 120),
        act1=nn.Softplus(),
        dense2=nn.Linear(120, 84),
        act2=nn.Hardsigmoid(),
        dense3=nn.Linear(84, num_classes),
    )
    return nn.Sequential(features, nn.Sequential(classifier))
