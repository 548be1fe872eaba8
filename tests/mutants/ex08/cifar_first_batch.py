# load_cifar10: only the first of the five files

from torch.utils.data import Subset
from torchvision import datasets, transforms


def load_cifar10(root, train):
    data = datasets.CIFAR10(root=root, train=train, transform=transforms.ToTensor())
    return Subset(data, range(len(data) // 5)) if train else data
