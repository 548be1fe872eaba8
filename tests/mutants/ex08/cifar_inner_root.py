# load_cifar10: root is taken for the inner folder

import os

from torchvision import datasets, transforms


def load_cifar10(root, train):
    return datasets.CIFAR10(root=os.path.dirname(root) or "..", train=train, transform=transforms.ToTensor())
