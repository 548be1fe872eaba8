# cross_entropy: nn.CrossEntropyLoss does the work

from torch.nn import CrossEntropyLoss


def cross_entropy(logits, y):
    return CrossEntropyLoss(reduction='none')(logits, y.float())
