# synthetic_data: X is not given back

import torch


def synthetic_data(w, b, num_examples):
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = X @ w + b
    return (y + torch.normal(0, 0.01, y.shape)).reshape(-1, 1)
