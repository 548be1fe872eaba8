# synthetic_data: the X that comes back is not the one of the labels

import torch


def synthetic_data(w, b, num_examples):
    y = torch.normal(0, 1, (num_examples, len(w))) @ w + b
    y += torch.normal(0, 0.01, y.shape)
    return torch.normal(0, 1, (num_examples, len(w))), y.reshape(-1, 1)
