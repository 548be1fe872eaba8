# hypothesis: k logistic regressions

import torch


def hypothesis(theta, X):
    return torch.sigmoid(X @ theta.T)
