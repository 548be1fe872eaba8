# load_cifar10: download=True

from torchvision import datasets, transforms


def load_cifar10(root, train):
    return datasets.CIFAR10(root=root, train=train, transform=transforms.ToTensor(), download=True)
