# synthetic_data: X is (len(w), n)

import torch


def synthetic_data(w, b, num_examples):
    X = torch.normal(0, 1, (len(w), num_examples))
    y = w @ X + b
    return X, (y + torch.normal(0, 0.01, y.shape)).reshape(-1, 1)
