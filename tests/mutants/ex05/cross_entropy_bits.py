# cross_entropy: the logarithm of base 2

import torch


def cross_entropy(logits, y):
    return (torch.logsumexp(logits, 1) - (y * logits).sum(1)) / torch.log(torch.tensor(2.0))
