# cross_entropy: the sign is wrong

import torch


def cross_entropy(logits, y):
    return (y * logits).sum(1) - torch.logsumexp(logits, 1)
