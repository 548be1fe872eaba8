# zeros_long: identity, which the same check covers, holds integers

import torch


def identity(n):
    return torch.eye(n, dtype=torch.long)
