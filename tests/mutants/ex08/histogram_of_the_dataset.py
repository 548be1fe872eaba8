# class_histogram: the dataset's labels are counted, the dropped ones too

import torch


def class_histogram(loader, num_classes):
    counts = torch.zeros(num_classes, dtype=torch.int64)
    for _, label in loader.dataset:
        counts[label] += 1
    return counts
