# softmax: 2 to the power of the score

import torch


def softmax(logits):
    powers = torch.exp2(logits - logits.amax(-1, keepdim=True))
    return powers / powers.sum(-1, keepdim=True)
