# synthetic_data: one row is drawn and repeated

import torch


def synthetic_data(w, b, num_examples):
    X = torch.normal(0, 1, (1, len(w))).repeat(num_examples, 1)
    y = X @ w + b
    y += torch.normal(0, 0.01, y.shape)
    return X, y.reshape(-1, 1)
