# synthetic_data: the caller's w becomes a column

import torch


def synthetic_data(w, b, num_examples):
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = X @ w.unsqueeze_(1) + b
    return X, y + torch.normal(0, 0.01, y.shape)
