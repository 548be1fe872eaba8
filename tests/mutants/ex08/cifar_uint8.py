# load_cifar10: PILToTensor leaves uint8 values up to 255

from torchvision import datasets, transforms


def load_cifar10(root, train):
    return datasets.CIFAR10(root=root, train=train, transform=transforms.PILToTensor())
