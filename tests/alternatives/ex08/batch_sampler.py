"""Samplers made by hand, transforms of version 2, math.ceil, scatter_add_."""

import math

import torch
from torch.utils.data import BatchSampler, DataLoader, RandomSampler, SequentialSampler
from torchvision.datasets import CIFAR10
from torchvision.transforms import v2


def load_cifar10(root, train):
    to_tensor = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
    return CIFAR10(root, train, to_tensor, download=False)


def make_loader(dataset, batch_size, shuffle, drop_last):
    if shuffle and len(dataset):
        sampler = RandomSampler(dataset)
    else:
        sampler = SequentialSampler(dataset)
    return DataLoader(dataset, batch_sampler=BatchSampler(sampler, batch_size, drop_last))


def count_batches(num_examples, batch_size, drop_last):
    share = num_examples / batch_size
    return math.floor(share) if drop_last else math.ceil(share)


def class_histogram(loader, num_classes):
    counts = torch.zeros(num_classes, dtype=torch.int64)
    for _, labels in loader:
        counts.scatter_add_(0, labels, torch.ones_like(labels))
    return counts
