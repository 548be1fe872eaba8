# load_cifar10: training and test set change places

from torchvision import datasets, transforms


def load_cifar10(root, train):
    return datasets.CIFAR10(root=root, transform=transforms.ToTensor(), train=not train)
