# linreg: NumPy does the work, so no gradient reaches w and b

import torch


def linreg(X, w, b):
    return torch.from_numpy(X.detach().numpy() @ w.detach().numpy() + b.detach().numpy())
