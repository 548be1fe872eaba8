"""softmax as the gradient of logsumexp; vmap; the loss from a difference of scores."""

import torch
from torch.func import grad, vmap


def softmax(logits):
    return grad(lambda o: torch.logsumexp(o, dim=-1).sum())(logits)


def hypothesis(theta, X):
    def of_one(x):
        powers = torch.exp(theta @ x)
        return powers / powers.sum()

    return vmap(of_one)(X)


def cross_entropy(logits, y):
    gaps = logits - (y * logits).sum(1, keepdim=True)
    most = gaps.max(1, keepdim=True)[0]
    return (torch.log(torch.exp(gaps - most).sum(1, keepdim=True)) + most).squeeze(1)


def accuracy(logits, labels):
    hits = torch.eq(torch.argsort(logits, dim=1, descending=True)[:, 0], labels)
    return torch.count_nonzero(hits).item() / hits.numel()
