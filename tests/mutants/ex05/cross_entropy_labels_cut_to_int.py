# cross_entropy: y is made int64

import torch


def cross_entropy(logits, y):
    y = y.long()
    return torch.logsumexp(logits, 1) - (y * logits).sum(1)
