# load_cifar10: float values, but up to 255

from torchvision import datasets, transforms


def load_cifar10(root, train):
    steps = [transforms.PILToTensor(), transforms.Lambda(lambda x: x.float())]
    return datasets.CIFAR10(root=root, train=train, transform=transforms.Compose(steps))
