# synthetic_data: a column of noise on flat labels makes n × n

import torch


def synthetic_data(w, b, num_examples):
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = X @ w + b + torch.normal(0, 0.01, (num_examples, 1))
    return X, y
