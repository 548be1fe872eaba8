# cross_entropy: the largest score of the whole matrix is taken away

import torch


def cross_entropy(logits, y):
    most = logits.max()
    return most + torch.exp(logits - most).sum(1).log() - (y * logits).sum(1)
