# load_cifar10: pictures are flipped at random

from torchvision import datasets, transforms


def load_cifar10(root, train):
    steps = [transforms.RandomHorizontalFlip(), transforms.ToTensor()]
    return datasets.CIFAR10(root=root, train=train, transform=transforms.Compose(steps))
