# cross_entropy: logits are taken for probabilities

import torch


def cross_entropy(logits, y):
    return -(y * torch.log(logits.abs())).sum(1)
