# softmax: over dimension 1 whatever comes after it

import torch


def softmax(logits):
    powers = torch.exp(logits - logits.amax(1, keepdim=True))
    return powers / powers.sum(1, keepdim=True)
