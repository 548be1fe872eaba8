"""Linear regression by hand: model, loss, update, training loop.

Source: the notes' section on linear regression, *by hand*.

A linear model predicts ŷ = Xw + b. Here X holds one example a row, shape `(n, d)`; w is a column,
shape `(d, 1)`; b is one number in a tensor of shape `(1,)`; so ŷ has shape `(n, 1)`.

The loss of one example is l = ½(ŷ − y)². The ½ is there for its derivative, which is ŷ − y and
carries no factor 2. Minibatch stochastic gradient descent takes a small batch B, works out the
gradient of the loss there, and moves each parameter a little against it:

    w ← w − lr · (1/|B|) · Σ ∂l/∂w        b ← b − lr · (1/|B|) · Σ ∂l/∂b

One number to follow by hand: w = 1, b = 0, one example x = 2, y = 3. Then ŷ = 2, l = ½, and
∂l/∂w = (ŷ − y)·x = −2. With lr = 0.1 the new w is 1 + 0.2 = 1.2: the prediction becomes 2.4.

Three traps:

- Labels of shape `(n,)` minus predictions of shape `(n, 1)` broadcast to `(n, n)`: every prediction
  meets every label, without an error. Bring y into ŷ's shape first.
- `w = w - lr * grad` makes a new tensor and leaves the caller's alone. Change it in place, where no
  graph is recorded.
- `backward` adds to `.grad`. Clear it after each update.

Write these by hand: PyTorch's losses (`nn.MSELoss`, `F.mse_loss` …) and optimizers (`torch.optim`)
are switched off in this exercise.
"""

import torch


def linreg(X, w, b):
    """Give the linear model's predictions, Xw + b.

    Args:
        X: float32 `(n, d)`, one example a row.
        w: float32 `(d, 1)`.
        b: float32 `(1,)`.

    Returns:
        float32 `(n, 1)`. Gradients flow through it to w and b.

    >>> linreg(torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[1.0], [10.0]]), torch.tensor([0.5]))
    tensor([[21.5000],
            [43.5000]])
    """
    ### BEGIN SOLUTION
    return X @ w + b
    ### END SOLUTION


def squared_loss(y_hat, y):
    """Give ½(ŷ − y)² for each element, neither summed nor averaged.

    Args:
        y_hat: predictions, float32 of any shape.
        y: labels, as many as there are predictions, perhaps in another shape.

    Returns:
        float32 in the shape of `y_hat`. Gradients flow through it to `y_hat`.

    >>> squared_loss(torch.tensor([[1.0], [5.0]]), torch.tensor([3.0, 4.0]))
    tensor([[2.0000],
            [0.5000]])
    """
    ### BEGIN SOLUTION
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
    ### END SOLUTION


def sgd(params, lr, batch_size):
    """Move each parameter by −lr · grad / batch_size, in place, and clear its gradient.

    The caller's tensors show the change. No graph is recorded: each parameter is still a leaf that
    requires grad. Afterwards each gradient is zero (or None).

    Args:
        params: a list of tensors that require grad, each with a `.grad`.
        lr: the learning rate, a float.
        batch_size: how many examples the gradients were summed over.

    >>> w = torch.tensor([1.0], requires_grad=True)
    >>> w.grad = torch.tensor([-2.0])
    >>> sgd([w], 0.1, 1)
    >>> w
    tensor([1.2000], requires_grad=True)
    """
    ### BEGIN SOLUTION
    with torch.no_grad():
        for param in params:
            param -= lr * param.grad / batch_size
            param.grad.zero_()
    ### END SOLUTION


def train(features, labels, data_iter, lr=0.03, num_epochs=3, batch_size=10):
    """Fit the linear model with minibatch stochastic gradient descent.

    Start from w ~ N(0, 0.01²) of shape `(d, 1)` and b = 0 of shape `(1,)`. In each epoch call
    `data_iter(batch_size, features, labels)` once and make one update for each batch it gives. After
    each epoch record the mean loss over *all* the data.

    A last batch that is shorter may be divided by `batch_size` or by its own length.

    Args:
        features: float32 `(n, d)`.
        labels: float32 `(n, 1)` or `(n,)`.
        data_iter: gives batches `(X, y)`, as in ex02; it is handed in, use it.
        lr: the learning rate.
        num_epochs: how often to go through the data.
        batch_size: handed on to `data_iter`.

    Returns:
        `(w, b, losses)`: the parameters, and a list of `num_epochs` Python floats.

    >>> X = torch.tensor([[0.0], [1.0], [2.0]])
    >>> w, b, losses = train(X, 3 * X + 1, lambda size, X, y: [(X, y)], lr=0.3, num_epochs=200, batch_size=3)
    >>> [round(w.item(), 2), round(b.item(), 2)], len(losses), losses[-1] < 0.001
    ([3.0, 1.0], 200, True)
    """
    ### BEGIN SOLUTION
    w = torch.normal(0, 0.01, size=(features.shape[1], 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
        with torch.no_grad():
            losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return w, b, losses
    ### END SOLUTION
