# cross_entropy: the largest score is taken from the caller's tensor

import torch


def cross_entropy(logits, y):
    logits -= logits.amax(1, keepdim=True)
    return torch.logsumexp(logits, 1) - (y * logits).sum(1)
