# softmax: the row's smallest score is taken away

import torch


def softmax(logits):
    powers = torch.exp(logits - logits.min(-1, keepdim=True).values)
    return powers / powers.sum(-1, keepdim=True)
