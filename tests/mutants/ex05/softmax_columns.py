# softmax: over the first dimension

import torch


def softmax(logits):
    powers = torch.exp(logits - logits.amax(0, keepdim=True))
    return powers / powers.sum(0, keepdim=True)
