# cross_entropy: a matrix product that int64 labels break

import torch


def cross_entropy(logits, y):
    return torch.logsumexp(logits, 1) - (y @ logits.T).diagonal()
