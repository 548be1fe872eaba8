# cross_entropy: y is taken for indices

import torch


def cross_entropy(logits, y):
    return torch.logsumexp(logits, 1) - logits[torch.arange(len(y)), y]
