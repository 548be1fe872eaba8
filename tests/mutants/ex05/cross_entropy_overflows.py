# cross_entropy: logsumexp as it is written

import torch


def cross_entropy(logits, y):
    return torch.log(torch.exp(logits).sum(1)) - (y * logits).sum(1)
