"""The last dimension brought to the front; tensordot; vecdot; one minus the share of errors."""
import torch, torch.nn.functional as F
def softmax(logits):
    p = logits.movedim(-1, 0)
    p = (p - p.max(0).values).exp()
    return (p / p.sum(0)).movedim(0, -1)
def hypothesis(theta, X): return torch.softmax(torch.tensordot(X, theta, dims=([1], [1])), -1)
def cross_entropy(logits, y):
    y = y.type_as(logits); c = logits.max(-1, True).values
    return c[:, 0] + (logits - c).exp().sum(-1).log() - torch.linalg.vecdot(logits, y)
def accuracy(logits, labels): return 1 - (logits.argmax(-1) - labels).ne(0).sum().item() / len(labels)
