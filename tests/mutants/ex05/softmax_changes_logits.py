# softmax: the largest score is taken from the caller's tensor

import torch


def softmax(logits):
    logits -= logits.amax(-1, keepdim=True)
    powers = logits.exp()
    return powers / powers.sum(-1, keepdim=True)
