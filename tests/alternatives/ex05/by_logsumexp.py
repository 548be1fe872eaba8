"""Everything from torch.logsumexp; einsum; the library's softmax in hypothesis, where it is open."""

from torch import Tensor, einsum, logsumexp
from torch.nn.functional import cross_entropy as _unused, softmax as softmax_of_torch


def softmax(logits: Tensor) -> Tensor:
    return (logits - logsumexp(logits, dim=-1, keepdim=True)).exp()


def hypothesis(theta: Tensor, X: Tensor) -> Tensor:
    return softmax_of_torch(einsum("nd,kd->nk", X, theta), dim=1)


def cross_entropy(logits: Tensor, y: Tensor) -> Tensor:
    return einsum("nk,nk->n", y.to(logits.dtype), logsumexp(logits, 1, keepdim=True) - logits)


def accuracy(logits: Tensor, labels: Tensor) -> float:
    return sum(int(row.argmax()) == int(label) for row, label in zip(logits, labels)) / len(labels)
