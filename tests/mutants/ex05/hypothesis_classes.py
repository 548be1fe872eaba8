# hypothesis: the most likely class alone

import torch


def hypothesis(theta, X):
    return (X @ theta.T).argmax(dim=1)
