# cross_entropy: a small number keeps the logarithm finite, and wrong

import torch


def cross_entropy(logits, y):
    powers = torch.exp(logits - logits.amax(1, keepdim=True))
    return -(y * torch.log(powers / powers.sum(1, keepdim=True) + 1e-8)).sum(1)
