# synthetic_data: torch.rand in place of torch.randn

import torch


def synthetic_data(w, b, num_examples):
    X = torch.randn(num_examples, len(w))
    y = X @ w + b + 0.01 * torch.rand(num_examples)
    return X, y.reshape(-1, 1)
