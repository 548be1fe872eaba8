# softmax: the sums are stood up for a matrix

import torch


def softmax(logits):
    powers = torch.exp(logits - logits.amax(1).reshape(-1, 1))
    return powers / powers.sum(1).reshape(-1, 1)
