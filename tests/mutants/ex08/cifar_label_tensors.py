# load_cifar10: labels are tensors instead of ints

import torch
from torchvision import datasets, transforms


def load_cifar10(root, train):
    return datasets.CIFAR10(root=root, train=train, transform=transforms.ToTensor(), target_transform=torch.tensor)
