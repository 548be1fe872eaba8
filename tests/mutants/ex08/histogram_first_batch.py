# class_histogram: only the first batch is counted

import torch


def class_histogram(loader, num_classes):
    counts = torch.zeros(num_classes, dtype=torch.int64)
    for _, labels in loader:
        return counts + torch.bincount(labels, minlength=num_classes)
    return counts
