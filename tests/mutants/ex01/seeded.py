# synthetic_data: a seed inside of the function

import torch


def synthetic_data(w, b, num_examples):
    torch.manual_seed(0)
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = X @ w + b
    y += torch.normal(0, 0.01, y.shape)
    return X, y.reshape(-1, 1)
