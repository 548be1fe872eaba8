# cross_entropy: the second term is added

import torch


def cross_entropy(logits, y):
    return torch.logsumexp(logits, 1) + (y * logits).sum(1)
