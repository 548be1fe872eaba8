# load_cifar10: without a transform the items are PIL images

from torchvision import datasets


def load_cifar10(root, train):
    return datasets.CIFAR10(root=root, train=train)
