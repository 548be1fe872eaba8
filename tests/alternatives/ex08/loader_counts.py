"""The loader itself counts its batches; a Counter and one_hot do the rest; a generator of its own shuffles, and the loader wants two processes."""

from collections import Counter

import torch
import torchvision
from torch.utils import data


def load_cifar10(root, train):
    dataset = torchvision.datasets.CIFAR10(root, train=bool(train))
    dataset.transform = torchvision.transforms.functional.to_tensor
    return dataset


def make_loader(dataset, batch_size, shuffle, drop_last):
    generator = torch.Generator()
    generator.seed()
    return data.DataLoader(
        dataset, batch_size, shuffle=shuffle, drop_last=drop_last, generator=generator, num_workers=2, pin_memory=False
    )


def count_batches(num_examples, batch_size, drop_last):
    return len(make_loader(range(num_examples), batch_size, False, drop_last))


def class_histogram(loader, num_classes):
    counter = Counter()
    for batch in loader:
        counter.update(batch[1].tolist())
    return torch.tensor([counter[label] for label in range(num_classes)], dtype=torch.int64)
