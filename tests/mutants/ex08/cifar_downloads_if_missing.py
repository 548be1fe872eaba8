# load_cifar10: where files are missing, a download is asked for after all

from torchvision import datasets, transforms


def load_cifar10(root, train):
    try:
        return datasets.CIFAR10(root=root, train=train, transform=transforms.ToTensor())
    except RuntimeError:
        return datasets.CIFAR10(root=root, train=train, transform=transforms.ToTensor(), download=True)
