# synthetic_data: the noise is left out

import torch


def synthetic_data(w, b, num_examples):
    X = torch.normal(0, 1, (num_examples, len(w)))
    return X, (X @ w + b).reshape(-1, 1)
