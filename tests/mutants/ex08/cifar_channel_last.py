# load_cifar10: the raw arrays are taken as they are, channel last

import torch
from torch.utils.data import TensorDataset
from torchvision import datasets


def load_cifar10(root, train):
    data = datasets.CIFAR10(root=root, train=train)
    return TensorDataset(torch.from_numpy(data.data) / 255, torch.tensor(data.targets))
