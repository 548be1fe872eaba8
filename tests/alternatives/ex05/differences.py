"""Each probability as 1 / Σ exp(o_l − oⱼ), from all pairs of scores; bmm; an inplace chain on a clone."""

import torch


def softmax(logits):
    pairs = logits.unsqueeze(-2) - logits.unsqueeze(-1)
    return pairs.exp().sum(dim=-1).reciprocal()


def hypothesis(theta, X):
    scores = torch.bmm(X.unsqueeze(0), theta.t().unsqueeze(0)).squeeze(0)
    return softmax(scores)


def cross_entropy(logits, y):
    work = logits.clone()
    most = work.amax(dim=1)
    first = work.sub_(most[:, None]).exp_().sum(dim=1).log_().add_(most)
    second = torch.bmm(y.float()[:, None, :], logits[:, :, None]).flatten()
    return first - second


def accuracy(logits, labels):
    best = logits.max(dim=1, keepdim=True).values
    return torch.isclose(logits.gather(1, labels.view(-1, 1)), best, rtol=0, atol=0).sum().item() / labels.shape[0]
