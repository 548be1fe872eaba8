"""Linear regression with PyTorch's own parts: loader, layer, loss, optimizer.

Source: the notes' section on linear regression, *concise*.

What ex01 to ex03 built by hand is in the library. Four parts take the place of four functions:

| by hand | in the library | what changes |
| --- | --- | --- |
| `data_iter` | `TensorDataset` and `DataLoader` | an object that every `for` loop goes over anew |
| `linreg`, w, b | `nn.Linear(d, 1)` | it holds its own parameters, `weight` `(1, d)` and `bias` `(1,)` |
| `squared_loss` | `nn.MSELoss()` | the *mean* over the batch, and no ½ |
| `sgd` | `torch.optim.SGD` | divides by nothing: the mean did that already |

**The loader.** `TensorDataset(X, y)` zips tensors of equal length: item i is `(X[i], y[i])`. `DataLoader`
collects items into batches, a list with one tensor for each tensor of the dataset. Asked to shuffle, it
draws a new order whenever a loop starts. For training that is wanted; for looking at a model's
results it is not, so `is_train` decides.

**The net.** `nn.Linear(d, 1)` gives ŷ = x·Wᵀ + b: `(n, d)` → `(n, 1)`. Note that W lies on its side,
`(1, d)`, where w of ex03 was a column. PyTorch fills it from a uniform distribution; the notes want
N(0, 0.01²) and a bias of 0. In an `nn.Sequential` the layer is `net[0]`, its tensors are
`net[0].weight.data` and `net[0].bias.data`. (0.01 is the *standard deviation*, and that is what
`normal_` takes.)

**One step of training** is always the same:

    predict → loss → zero_grad → backward → step

`backward` *adds* to the gradients, so they are cleared for each batch; `step` moves every parameter
by −lr · gradient.

One number to follow by hand: w = 1, b = 0, a batch of one with x = 2, y = 3. Then ŷ = 2, the loss is
(2 − 3)² = 1, its derivative by w is 2(ŷ − y)·x = −4, and by b it is 2(ŷ − y) = −2. With lr = 0.1 the new w is
1.4, the new b 0.2. In ex03 w went to 1.2 only: without the ½ every step is twice as long.

Traps:

- `nn.MSELoss` of predictions `(n, 1)` and labels `(n,)` broadcasts to `(n, n)` and only warns. Here
  labels are `(n, 1)` throughout.
- The loss *after an epoch* is that of all the data under the parameters reached by then. It is neither
  the last batch's loss nor the mean of the batches' losses, which were taken on the way.
- `losses.append(loss)` keeps a tensor; `loss.item()` is the number.

No shortcut is off here: using the library is the point. (The notes take `synthetic_data` from the
package `d2l`; you wrote it in ex01, and nothing here needs the package.)
"""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    """Put tensors into a `DataLoader` that hands them out in batches.

    Args:
        data_arrays: a tuple or list of tensors, any number of them, each with n rows.
        batch_size: how many rows make a batch. The last one holds what is left over.
        is_train: whether to shuffle, anew in each pass. If not, batches come in the order of the data.

    Returns:
        A `DataLoader` over a `TensorDataset`. Each batch holds one tensor for each of `data_arrays`.

    >>> X, y = torch.arange(10.0).reshape(5, 2), torch.arange(5)
    >>> for batch in load_array((X, y), 2, is_train=False):
    ...     print(batch[0].shape, batch[1])
    torch.Size([2, 2]) tensor([0, 1])
    torch.Size([2, 2]) tensor([2, 3])
    torch.Size([1, 2]) tensor([4])
    """
    # TODO: write load_array, and remove the next line.
    raise NotImplementedError("load_array")


def make_net(num_features=2):
    """Make the linear model, ready to train.

    Args:
        num_features: d, how many features an example has.

    Returns:
        An `nn.Sequential` of one `nn.Linear(num_features, 1)`. Its weight, `(1, num_features)`, is drawn from
        N(0, 0.01²); its bias, `(1,)`, is 0. Both can be trained.

    >>> net = make_net(3)
    >>> net
    Sequential(
      (0): Linear(in_features=3, out_features=1, bias=True)
    )
    >>> bool((net[0].weight.abs() < 0.1).all()), net[0].bias.item()
    (True, 0.0)
    """
    # TODO: write make_net, and remove the next line.
    raise NotImplementedError("make_net")


def train(net, data_iter, features, labels, lr=0.01, num_epochs=3):
    """Fit the net with `nn.MSELoss` and `torch.optim.SGD`, and record its loss after each epoch.

    In each epoch go once through `data_iter` and make one step for each batch.

    Args:
        net: what `make_net` gives. It changes in place, and starts from the parameters it has.
        data_iter: a `DataLoader` of batches `(X, y)`, as `load_array` gives it.
        features: float32 `(n, d)`, all of them.
        labels: float32 `(n, 1)`, all of them.
        lr: the learning rate.
        num_epochs: how often to go through the data.

    Returns:
        A list of `num_epochs` Python floats: the mean squared error on `features` and `labels` after each
        epoch.

    >>> net = make_net(1)
    >>> net[0].weight.data.fill_(1.0)
    tensor([[1.]])
    >>> X, y = torch.tensor([[1.0]]), torch.tensor([[3.0]])
    >>> [round(loss, 4) for loss in train(net, load_array((X, y), 1), X, y, lr=0.1, num_epochs=2)]
    [1.44, 0.5184]
    >>> [round(value.item(), 4) for value in net.parameters()]
    [1.64, 0.64]
    """
    # TODO: write train, and remove the next line.
    raise NotImplementedError("train")
