# cross_entropy: F.cross_entropy does the work

import torch.nn.functional as F


def cross_entropy(logits, y):
    return F.cross_entropy(logits, y.float(), reduction='none')
