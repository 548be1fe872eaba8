"""The notes' way: datasets.CIFAR10 with ToTensor, DataLoader with its settings by name, one loop over the batches."""

from torch.utils.data import DataLoader
from torchvision import datasets
from torchvision import transforms
import torch


def load_cifar10(root, train):
    return datasets.CIFAR10(root=root, transform=transforms.ToTensor(), train=train)


def make_loader(dataset, batch_size, shuffle, drop_last):
    train_loader = DataLoader(dataset=dataset, batch_size=batch_size, shuffle=shuffle, drop_last=drop_last)
    return train_loader


def count_batches(num_examples, batch_size, drop_last):
    if drop_last:
        return num_examples // batch_size
    return (num_examples + batch_size - 1) // batch_size


def class_histogram(loader, num_classes):
    counts = torch.zeros(num_classes, dtype=torch.long)
    for data in loader:
        imgs, labels = data
        for label in labels:
            counts[label] += 1
    return counts
