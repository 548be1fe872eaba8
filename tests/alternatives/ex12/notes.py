"""The notes' words as code: slide a window over the image, take its maximum or its average."""

import torch


def pool2d(X, pool_size, mode="max", stride=None):
    if mode not in ["max", "avg"]:
        raise ValueError("mode must be max or avg")
    if stride is None:
        stride = pool_size
    if isinstance(pool_size, int):
        pool_size = (pool_size, pool_size)
    if isinstance(stride, int):
        stride = (stride, stride)
    p_h, p_w = pool_size
    s_h, s_w = stride
    Y = torch.zeros(((X.shape[0] - p_h) // s_h + 1, (X.shape[1] - p_w) // s_w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i * s_h : i * s_h + p_h, j * s_w : j * s_w + p_w]
            if mode == "max":
                Y[i, j] = window.max()
            elif mode == "avg":
                Y[i, j] = window.mean()
    return Y


def receptive_field(layers):
    rf, jump = 1, 1
    for k, s in layers:
        rf = rf + (k - 1) * jump
        jump = jump * s
    return rf
