# softmax: a one at the largest score

import torch


def softmax(logits):
    return torch.nn.functional.one_hot(logits.argmax(-1), logits.shape[-1]).float()
