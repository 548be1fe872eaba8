# pool2d: gives one row of values

import torch


def _both(value):
    return (value, value) if isinstance(value, int) else value


def pool2d(X, pool_size, mode="max", stride=None):
    if mode not in ("max", "avg"):
        raise ValueError(mode)
    h, w = _both(pool_size)
    s, t = _both(pool_size if stride is None else stride)
    rows, columns = (X.shape[0] - h) // s + 1, (X.shape[1] - w) // t + 1
    Y = torch.zeros(rows, columns)
    for i in range(rows):
        for j in range(columns):
            window = X[i * s : i * s + h, j * t : j * t + w]
            Y[i, j] = window.max() if mode == "max" else window.mean()
    return Y.flatten()
