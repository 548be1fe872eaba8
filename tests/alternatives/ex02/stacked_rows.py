"""Rows picked one at a time and stacked; a batch ends when it is full."""

import random

import torch


def data_iter(batch_size, features, labels):
    pairs = list(range(len(features)))
    rows, targets = [], []
    while pairs:
        index = pairs.pop(random.randrange(len(pairs)))
        rows.append(features[index])
        targets.append(labels[index])
        if len(rows) == batch_size or not pairs:
            yield torch.stack(rows), torch.stack(targets)
            rows, targets = [], []
