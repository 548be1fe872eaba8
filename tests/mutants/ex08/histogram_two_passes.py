# class_histogram: two passes instead of one

import torch


def class_histogram(loader, num_classes):
    counts = torch.zeros(num_classes, dtype=torch.int64)
    for _ in range(2):
        for _, labels in loader:
            counts += torch.bincount(labels, minlength=num_classes)
    return counts
