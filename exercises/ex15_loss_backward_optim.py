"""Loss, backward, optimizer: what one training step is made of.

Source: the notes' sections on loss functions, backward and optimizers.

Training repeats one step. Predict; measure with the **loss** how wrong the prediction is, as a single
number; let **backward** work out how that number changes with each parameter; let the **optimizer**
move each parameter a little against its gradient.

**Loss.** Two common ones compare inputs x and targets t of one shape, element by element, and average
over all N elements:

    L1   = (1/N) Σ |xᵢ − tᵢ|            MSE = (1/N) Σ (xᵢ − tᵢ)²

The result has no dimension, shape `()`, for `backward` starts from a single number. For x = (1, 2, 3)
and t = (3, 2, 1) the differences are (−2, 0, 2): L1 = 4/3 and MSE = 8/3. Gradients exist for floats
only, so integers have to be made float, and *before* the subtraction: in uint8, the dtype of images, 1
− 3 is 254.

**Backward.** `loss.backward()` follows the recorded operations back to the leaves and *adds* each
leaf's gradient to its `.grad`. Whoever wants a gradient and nothing else must not leave one behind:
`torch.autograd.grad(value, x)` gives it without touching `.grad`. By hand: f(x) = Σ xᵢ² has the
gradient 2x, so at (1, −3) it is (2, −6).

**Optimizer.** `torch.optim.SGD(model.parameters(), lr=0.1)` holds on to the parameters. Its `step()`
reads their `.grad` and changes them; its `zero_grad()` clears them. One step is four calls, and
`zero_grad` may stand anywhere before `backward` as long as nothing that was there earlier gets in:

    optimizer.zero_grad()  →  loss = loss_fn(model(X), y)  →  loss.backward()  →  optimizer.step()

By hand, with ŷ = wx + b, w = 1, b = 0, one example x = 2, y = 3 and MSE: the loss is (2 − 3)² = 1, ∂/∂w
= 2(ŷ − y)x = −4 and ∂/∂b = −2. With lr = 0.1 the step makes w = 1.4, b = 0.2. The loss of this step is
1: the one *before* the update.

Traps:

- Gradients pile up. Without `zero_grad` each step moves by the sum of all gradients so far.
- `run_loss += loss` (the notes' line) adds tensors and so keeps every batch's graph in memory.
  `loss.item()` is a number.
- `loss_fn(prediction, label)`, in this order: cross entropy and many others are not symmetric.

The two losses are written by hand: PyTorch's own (`nn.L1Loss`, `nn.MSELoss`, `F.l1_loss`, `F.mse_loss`
…) are switched off while they run. Everywhere else the library is yours.
"""

import torch


def l1_loss(inputs, targets):
    """Give the mean of |inputs − targets| over all elements.

    Args:
        inputs: a tensor of any shape; float, or integer of any dtype.
        targets: a tensor of the same shape and dtype.

    Returns:
        A tensor of shape `()`, float. Float inputs keep their dtype; integers become float before the
        subtraction. Gradients flow through it to `inputs`.

    >>> l1_loss(torch.tensor([1, 2, 3]), torch.tensor([3, 2, 1]))
    tensor(1.3333)
    """
    # TODO: write l1_loss, and remove the next line.
    raise NotImplementedError("l1_loss")


def mse_loss(inputs, targets):
    """Give the mean of (inputs − targets)² over all elements.

    Args:
        inputs: a tensor of any shape; float, or integer of any dtype.
        targets: a tensor of the same shape and dtype.

    Returns:
        A tensor of shape `()`, float. Float inputs keep their dtype; integers become float before the
        subtraction. Gradients flow through it to `inputs`.

    >>> mse_loss(torch.tensor([1, 2, 3], dtype=torch.uint8), torch.tensor([3, 2, 1], dtype=torch.uint8))
    tensor(2.6667)
    """
    # TODO: write mse_loss, and remove the next line.
    raise NotImplementedError("mse_loss")


def gradient(fn, x):
    """Give d fn(x) / dx, and leave x as it was.

    Args:
        fn: takes a tensor like x and gives a tensor of shape `()`, differentiable.
        x: a float tensor of any shape. It may require grad or not, and its `.grad` may hold
            something already. Both stay.

    Returns:
        A tensor in the shape of x.

    >>> x = torch.tensor([1.0, -3.0])
    >>> gradient(lambda x: (x**2).sum(), x)
    tensor([ 2., -6.])
    >>> x.requires_grad, x.grad is None
    (False, True)
    """
    # TODO: write gradient, and remove the next line.
    raise NotImplementedError("gradient")


def train_step(model, loss_fn, optimizer, X, y):
    """Make one update of the model from this batch, and give the loss before the update.

    The update comes from this batch's gradient alone, whatever gradients earlier work left there.
    Training or evaluation mode stays as it is, for the model and for each of its layers.

    Args:
        model: a module.
        loss_fn: a module or a function, called as `loss_fn(prediction, label)`; gives a tensor of shape `()`.
        optimizer: a `torch.optim` optimizer that holds the model's parameters.
        X: the batch's inputs.
        y: its labels.

    Returns:
        A Python float.

    >>> model = torch.nn.Linear(1, 1)
    >>> model.load_state_dict({"weight": torch.tensor([[1.0]]), "bias": torch.tensor([0.0])})
    <All keys matched successfully>
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    >>> train_step(model, torch.nn.MSELoss(), optimizer, torch.tensor([[2.0]]), torch.tensor([[3.0]]))
    1.0
    >>> round(model.weight.item(), 4), round(model.bias.item(), 4)
    (1.4, 0.2)
    """
    # TODO: write train_step, and remove the next line.
    raise NotImplementedError("train_step")


def fit(model, loss_fn, optimizer, loader, num_epochs):
    """Go through the loader num_epochs times, one update for each batch, and sum up each epoch's losses.

    Args:
        model: a module.
        loss_fn: as in `train_step`.
        optimizer: as in `train_step`.
        loader: gives batches `(X, y)` each time it is gone through, perhaps in a new order.
        num_epochs: how often to go through it.

    Returns:
        A list of num_epochs Python floats: for each epoch the sum of its batches' losses, each taken
        before the update that the batch makes.

    >>> model = torch.nn.Linear(1, 1)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    >>> X, y = torch.tensor([[1.0], [2.0]]), torch.tensor([[3.0], [5.0]])
    >>> loader = [(X[:1], y[:1]), (X[1:], y[1:])]
    >>> losses = fit(model, torch.nn.MSELoss(), optimizer, loader, 20)
    >>> len(losses), losses[-1] < losses[0]
    (20, True)
    """
    # TODO: write fit, and remove the next line.
    raise NotImplementedError("fit")
