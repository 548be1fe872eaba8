"""Softmax regression: from scores to probabilities, their loss, their accuracy.

Source: the notes' section on softmax regression. It gives the formulas; here they become code.

Logistic regression tells two classes apart, softmax regression k of them. Each class j has a vector
of weights θⱼ and gives an example x a *score*, also called logit: oⱼ = θⱼ·x. With the vectors as the rows
of θ `(k, d)` and the examples as the rows of X `(n, d)`, all scores at once are X θᵀ, `(n, k)`.

**Softmax** makes probabilities of a row of scores: positive, and 1 in sum.

    pⱼ = exp(oⱼ) / Σ_l exp(o_l)

Numbers to follow by hand: the scores (0, ln 2, ln 5) have the exponentials 1, 2 and 5, with sum 8. So
p = (1/8, 2/8, 5/8).

**Cross entropy** compares p with the label y, a row of k numbers that sum to 1: one-hot (a 1 at the
right class, else 0), or *soft* (probabilities again). Putting the formula of p in, and using Σ yⱼ = 1:

    l = −Σ yⱼ ln pⱼ = ln Σ_l exp(o_l) − Σ yⱼ oⱼ

The first term is called logsumexp(o). In the example, with the last class right: l = ln 8 − ln 5 = 0.47,
which is −ln(5/8).

**Large scores.** float32 ends near 3.4 · 10³⁸, and exp(89) is beyond it. So exp(1000) is infinity and
∞ / ∞ is NaN; a row of −1000 gives 0 / 0, NaN again. The formula as the notes write it is right on paper
only. But a constant m may be taken from every score of a row without changing p, for exp(−m) cancels:

    pⱼ = exp(oⱼ − m) / Σ_l exp(o_l − m)        logsumexp(o) = m + ln Σ_l exp(o_l − m)

With m the largest score of the row, no exponent is above 0 and the sum is at least 1.

**Accuracy** asks only which score is largest. (The notes count classes 1 … k; Python and PyTorch
count 0 … k − 1, and so does this exercise.)

Traps:

- A sum over the last dimension that drops it has shape `(n,)`. Dividing `(n, k)` by it is an error at
  best; where n = k it divides by the wrong rows' sums without a word. `keepdim=True` keeps `(n, 1)`.
- The largest score of the *whole* matrix is no good as m: a row far below it underflows to 0 / 0.
- ln(softmax(o)) is −∞ where a probability underflows, and 0 · (−∞) is NaN. Use the second form of l.
- Write `o - m`, not `o -= m`: the second changes the caller's tensor.

Write `softmax` and `cross_entropy` by hand: PyTorch's softmax, log_softmax and cross entropy are off there,
in every spelling (`torch.softmax`, `Tensor.softmax`, `F.cross_entropy`, `nn.CrossEntropyLoss` …).
`torch.logsumexp` is open.
"""

import torch


def softmax(logits):
    """Turn scores into probabilities, over the last dimension.

    By hand: PyTorch's softmax and log_softmax are off.

    Args:
        logits: float32 `(…, k)`, any number of dimensions before the last. Values of ±1000 are fine. They
            stay as they are.

    Returns:
        float32 in the shape of `logits`. Along the last dimension the values sum to 1.

    >>> softmax(torch.tensor([[1.0, 2.0, 5.0], [3.0, 3.0, 3.0]]).log())
    tensor([[0.1250, 0.2500, 0.6250],
            [0.3333, 0.3333, 0.3333]])
    >>> softmax(torch.tensor([1000.0, 1000.0, -1000.0]))
    tensor([0.5000, 0.5000, 0.0000])
    """
    # TODO: write softmax, and remove the next line.
    raise NotImplementedError("softmax")


def hypothesis(theta, X):
    """Give each example's probability of belonging to each class.

    Nothing is off here; your own `softmax` will do.

    Args:
        theta: float32 `(k, d)`, one class a row.
        X: float32 `(n, d)`, one example a row.

    Returns:
        float32 `(n, k)`: entry (i, j) is the probability that example i is of class j.

    >>> theta = torch.tensor([[0.0, 0.0], [1.0, 0.0]])
    >>> hypothesis(theta, torch.tensor([[0.0, 7.0], [3.0, 7.0]]))
    tensor([[0.5000, 0.5000],
            [0.0474, 0.9526]])
    """
    # TODO: write hypothesis, and remove the next line.
    raise NotImplementedError("hypothesis")


def cross_entropy(logits, y):
    """Give logsumexp(o) − Σ yⱼ oⱼ for each example.

    By hand: PyTorch's softmax, log_softmax and cross entropy are off; `torch.logsumexp` is open.

    Args:
        logits: float32 `(n, k)`, the scores. Values of ±1000 are fine.
        y: `(n, k)`, each row summing to 1: one-hot labels (float32 or int64), or soft ones (float32).

    Returns:
        float32 `(n,)`, one loss for each example, neither summed nor averaged.

    >>> logits = torch.tensor([[1.0, 2.0, 5.0], [1.0, 1.0, 1.0]]).log()
    >>> cross_entropy(logits, torch.tensor([[0, 0, 1], [1, 0, 0]]))
    tensor([0.4700, 1.0986])
    >>> cross_entropy(torch.tensor([[1000.0, -1000.0]]), torch.tensor([[0.25, 0.75]]))
    tensor([1500.])
    """
    # TODO: write cross_entropy, and remove the next line.
    raise NotImplementedError("cross_entropy")


def accuracy(logits, labels):
    """Give the share of examples whose largest score stands at their label.

    Args:
        logits: float32 `(n, k)`, the scores. No row has two largest ones.
        labels: int64 `(n,)`, the index of the right class, counted from 0.

    Returns:
        A Python float between 0 and 1.

    >>> logits = torch.tensor([[0.1, 0.9], [0.8, 0.2], [-2.0, -1.0], [3.0, 4.0]])
    >>> accuracy(logits, torch.tensor([1, 0, 0, 1]))
    0.75
    """
    # TODO: write accuracy, and remove the next line.
    raise NotImplementedError("accuracy")
