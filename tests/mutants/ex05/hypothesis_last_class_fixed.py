# hypothesis: the last class is given the score 0

import torch


def hypothesis(theta, X):
    scores = X @ theta.T
    scores = scores - 0
    scores[:, -1] = 0
    return torch.softmax(scores, dim=1)
