# synthetic_data: the noise goes onto the features after the labels were made

import torch


def synthetic_data(w, b, num_examples):
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = X @ w + b
    return X + torch.normal(0, 0.01, X.shape), y.reshape(-1, 1)
