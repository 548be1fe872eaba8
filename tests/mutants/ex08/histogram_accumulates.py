# class_histogram: the counts of the call before are still there

import torch

counts = {}


def class_histogram(loader, num_classes):
    total = counts.setdefault(num_classes, torch.zeros(num_classes, dtype=torch.int64))
    for _, labels in loader:
        total += torch.bincount(labels, minlength=num_classes)
    return total.clone()
