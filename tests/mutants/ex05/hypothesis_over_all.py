# hypothesis: one distribution over all pairs

import torch


def hypothesis(theta, X):
    scores = torch.exp(X @ theta.T)
    return scores / scores.sum()
