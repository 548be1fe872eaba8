# hypothesis: theta is taken for (d, k)

import torch


def hypothesis(theta, X):
    return torch.softmax(X @ theta, dim=1)
