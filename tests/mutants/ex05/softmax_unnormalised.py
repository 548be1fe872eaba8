# softmax: the sum is forgotten

import torch


def softmax(logits):
    return torch.exp(logits - logits.amax(-1, keepdim=True))
