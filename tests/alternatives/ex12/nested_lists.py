"""Plain numbers in nested lists; the average as a product of matrices; the field by marking pixels."""

import torch


def pool2d(X: torch.Tensor, pool_size, mode: str = "max", stride=None) -> torch.Tensor:
    if mode != "max" and mode != "avg":
        raise ValueError("mode")
    try:
        height, width = pool_size
    except TypeError:
        height = width = pool_size
    stride = (height, width) if stride is None else stride
    down, right = (stride, stride) if type(stride) is int else stride
    tops = range(0, X.shape[0] - height + 1, down)
    lefts = range(0, X.shape[1] - width + 1, right)
    if mode == "max":
        x = X.tolist()
        return torch.tensor([[max(max(row[j : j + width]) for row in x[i : i + height]) for j in lefts] for i in tops])
    L = torch.zeros(len(tops), X.shape[0])
    R = torch.zeros(X.shape[1], len(lefts))
    for index, top in enumerate(tops):
        L[index, top : top + height] = 1 / height
    for index, left in enumerate(lefts):
        R[left : left + width, index] = 1 / width
    return L @ X @ R


def receptive_field(layers):
    seen = {0}
    for index in range(len(layers) - 1, -1, -1):
        kernel, stride = layers[index]
        seen = {place * stride + offset for place in seen for offset in range(kernel)}
    return max(seen) - min(seen) + 1
