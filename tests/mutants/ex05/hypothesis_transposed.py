# hypothesis: (k, n) comes back, each column a distribution

import torch


def hypothesis(theta, X):
    return torch.softmax(theta @ X.T, dim=0)
