# synthetic_data: squeeze loses the dimension of a single example

import torch


def synthetic_data(w, b, num_examples):
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = (X @ w.reshape(-1, 1)).squeeze() + b
    y = y + torch.normal(0, 0.01, y.shape)
    return X, y.unsqueeze(-1)
