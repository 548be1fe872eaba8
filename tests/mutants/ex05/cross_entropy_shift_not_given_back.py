# cross_entropy: the largest score is taken away and not added again

import torch


def cross_entropy(logits, y):
    most = logits.amax(1, keepdim=True)
    return torch.exp(logits - most).sum(1).log() - (y * logits).sum(1)
