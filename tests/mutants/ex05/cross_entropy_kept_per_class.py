# cross_entropy: not summed over the classes

import torch


def cross_entropy(logits, y):
    return y * (torch.logsumexp(logits, 1, keepdim=True) - logits)
