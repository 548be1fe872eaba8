# cross_entropy: sums over the examples

import torch


def cross_entropy(logits, y):
    return torch.logsumexp(logits, 0) - (y * logits).sum(0)
