# cross_entropy: soft labels are made hard

import torch


def cross_entropy(logits, y):
    right = y.argmax(1, keepdim=True)
    return torch.logsumexp(logits, 1) - logits.gather(1, right).squeeze(1)
