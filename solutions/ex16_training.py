"""Training and validation: one epoch, one evaluation, and the loop around them.

Source: the notes' sections on the basic steps of training a model and on validating it.

**Two modes.** Dropout drops values while a model learns and passes all of them on when it is tested;
batch normalisation uses the batch's own mean while it learns, and later the running mean that it has
kept. A module cannot know by itself which of the two is going on. `model.train()` and `model.eval()`
tell it, and all its layers with it: they set the flag `training` and do nothing else. In particular
`model.eval()` does *not* switch gradients off. That is the work of `torch.no_grad()`: inside it no
graph is recorded. A validation wants both.

**The mean per example.** A loss function such as `nn.CrossEntropyLoss()` gives the *mean* over a batch,
and the last batch is often a short one. With batches of 4 and 1 examples and batch losses 1.0 and 2.0,
the mean per example is

    (4 · 1.0 + 1 · 2.0) / (4 + 1) = 1.2

while the mean of the two batch losses is 1.5, and their sum 3.0. So each batch loss is weighed by the
batch's length, and the total is divided by the number of examples that came. That number is not always
`len(loader.dataset)`: a loader with `drop_last=True` or with a sampler of its own gives fewer.

**Accuracy.** Logits have shape `(n, classes)`; `logits.argmax(dim=1)`, shape `(n,)`, holds the
predicted classes. The share of them that equal the labels is the accuracy. Count the right ones over
all batches and divide once.

**Devices.** A model and the batches it is fed must be on one device. `model.to(device)` moves a module
in place; `tensor.to(device)` gives a new tensor, which has to be assigned: `X = X.to(device)`. Make the
optimizer after the model has been moved.

**The loop.** Each epoch trains on one loader and validates on the other; what came of it goes into a
list and into TensorBoard, so that a curve shows when the model stops getting better.

Traps:

- A model that comes back from a validation is in evaluation mode. Set the mode where training begins,
  not once at the top.
- `total_loss += loss` (the notes' line) keeps a tensor; `loss.item()` is a number.
- A `SummaryWriter` writes in the background. Until it is closed (or flushed), events may be missing on
  disk. `with SummaryWriter(log_dir) as writer:` closes it whatever happens. The module
  `torch.utils.tensorboard` needs `tensorboard`, which today is a package of its own: `pip install
  tensorboard`.
- The notes write the *sum* of the test losses, at the number of the batch. Here it is the mean per
  example, at the number of the epoch.
"""

import torch
from torch import nn
from torch.utils.tensorboard import SummaryWriter


def train_epoch(model, loader, loss_fn, optimizer, device="cpu"):
    """Train the model for one pass over the loader, in training mode, one update for each batch.

    Args:
        model: a module, already on device; it may come in either mode.
        loader: a `DataLoader` that gives batches `(X, y)`.
        loss_fn: `loss_fn(model(X), y)` gives the mean over the batch, a tensor of shape `()`.
        optimizer: holds the model's parameters.
        device: where each batch is moved before it is used.

    Returns:
        A Python float: the mean loss per example, over the examples that the loader gave, each batch's loss
        taken before the update that it makes.

    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> X, y = torch.eye(2).repeat(5, 1), torch.tensor([0, 1]).repeat(5)
    >>> model, loader = nn.Linear(2, 2), DataLoader(TensorDataset(X, y), batch_size=4)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    >>> losses = [train_epoch(model, loader, nn.CrossEntropyLoss(), optimizer) for _ in range(5)]
    >>> losses[-1] < losses[0]
    True
    """
    ### BEGIN SOLUTION
    model.train()
    total, count = 0.0, 0
    for X, y in loader:
        X, y = X.to(device), y.to(device)
        loss = loss_fn(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(y)
        count += len(y)
    return total / count
    ### END SOLUTION


def evaluate(model, loader, loss_fn, device="cpu"):
    """Measure the model on the loader's examples, in evaluation mode and without gradients.

    Nothing of the model changes: no parameter, no buffer, no `.grad`. Afterwards it is in the mode in which
    it came, and so are its layers.

    Args:
        model: a module, already on device; it may come in either mode.
        loader: a `DataLoader` that gives batches `(X, y)`; y holds classes, int64 `(n,)`.
        loss_fn: as in `train_epoch`.
        device: where each batch is moved before it is used.

    Returns:
        `(loss, accuracy)`, two Python floats: the mean loss per example, and the share of examples whose
        largest logit stands at their class.

    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> X, y = torch.tensor([[2.0, 0.0], [0.0, 2.0], [2.0, 0.0]]), torch.tensor([0, 1, 1])
    >>> loader = DataLoader(TensorDataset(X, y), batch_size=2)
    >>> loss, accuracy = evaluate(nn.Identity(), loader, nn.CrossEntropyLoss())
    >>> round(loss, 4), round(accuracy, 4)
    (0.7936, 0.6667)
    """
    ### BEGIN SOLUTION
    was_training = model.training
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for X, y in loader:
            X, y = X.to(device), y.to(device)
            logits = model(X)
            total += loss_fn(logits, y).item() * len(y)
            right += (logits.argmax(dim=1) == y).sum().item()
            count += len(y)
    model.train(was_training)
    return total / count, right / count
    ### END SOLUTION


def fit(model, train_loader, test_loader, epochs, lr, log_dir, device="cpu"):
    """Train with cross entropy and plain SGD, validate after each epoch, and log the validation loss.

    The model is moved to device and changes in place. The scalar `test_loss` is written to TensorBoard at
    the steps 1, 2, …, epochs. When `fit` returns, its writer is closed and all events are on disk.

    Args:
        model: a module that gives logits, `(n, classes)`.
        train_loader: a `DataLoader` to train on; gives batches `(X, y)` with classes y, int64 `(n,)`.
        test_loader: a `DataLoader` to validate on, likewise.
        epochs: how often to go through both.
        lr: SGD's learning rate; it has neither momentum nor weight decay.
        log_dir: the folder for the events, a str.
        device: where to train.

    Returns:
        A list of one dict for each epoch, `{"train_loss": …, "test_loss": …, "test_accuracy": …}`, the values
        Python floats.

    >>> import tempfile
    >>> from torch.utils.data import DataLoader, TensorDataset
    >>> X, y = torch.eye(2).repeat(5, 1), torch.tensor([0, 1]).repeat(5)
    >>> loader = DataLoader(TensorDataset(X, y), batch_size=4)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     history = fit(nn.Linear(2, 2), loader, loader, 20, 0.5, folder)
    >>> len(history), sorted(history[0]), history[-1]["test_accuracy"]
    (20, ['test_accuracy', 'test_loss', 'train_loss'], 1.0)
    """
    ### BEGIN SOLUTION
    model.to(device)
    loss_fn = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    with SummaryWriter(log_dir) as writer:
        for epoch in range(1, epochs + 1):
            train_loss = train_epoch(model, train_loader, loss_fn, optimizer, device)
            test_loss, test_accuracy = evaluate(model, test_loader, loss_fn, device)
            writer.add_scalar("test_loss", test_loss, epoch)
            history.append({"train_loss": train_loss, "test_loss": test_loss, "test_accuracy": test_accuracy})
    return history
    ### END SOLUTION
