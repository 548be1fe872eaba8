# class_histogram: torch.cat of no batch raises

import torch


def class_histogram(loader, num_classes):
    return torch.bincount(torch.cat([labels for _, labels in loader]), minlength=num_classes)
