"""float64 on the way, a class, log-probabilities; masks in place of products."""

import torch
from torch import nn


class _Scores:
    def __init__(self, logits):
        shifted = logits.double() - torch.max(logits.double(), dim=-1, keepdim=True)[0]
        self.log_p = shifted - torch.log(torch.sum(torch.exp(shifted), dim=-1, keepdim=True))

    @property
    def p(self):
        return torch.exp(self.log_p)


def softmax(logits):
    return _Scores(logits).p.to(torch.float32)


def hypothesis(theta, X):
    return nn.Softmax(dim=-1)(nn.functional.linear(X, theta))


def cross_entropy(logits, y):
    return (-_Scores(logits).log_p * y).sum(-1).to(logits.dtype)


def accuracy(logits, labels):
    _, places = logits.topk(1, dim=1)
    return places.flatten().eq(labels).double().mean().item()
