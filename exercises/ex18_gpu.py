"""Computing on a GPU: choose the device, put things there, train there.

Source: the notes' section on accelerating computation with a GPU.

A tensor lies in the memory of one device: `cpu`, or a GPU named `cuda:0`, `cuda:1` … (`cuda` alone
means the current one). An operation runs where its arguments lie, and all of them must lie in the
same place. So three things have to travel before a GPU can help:

| what | how | why |
| --- | --- | --- |
| the model | `model.to(device)` | its parameters and its buffers (BatchNorm's running mean …) |
| the loss | `loss_fn.to(device)` | some losses hold tensors: the class weights of `nn.CrossEntropyLoss` |
| each batch | `images = images.to(device)` | the loader makes its batches on the CPU |

Why not put the whole data set there at once? A GPU has little memory. CIFAR-10 as float32 is
50,000 · 3 · 32 · 32 · 4 bytes = 614 MB; one batch of 64 images is 64 · 3 · 32 · 32 · 4 bytes = 0.8 MB, so a
batch travels, is used, and makes room for the next.

The traps:

- A module moves *in place*, so `model.to(device)` alone is enough. A tensor never does: `images.to(device)`
  gives a new tensor, and whoever drops it has moved nothing.
- The labels travel too. Where they are left behind the loss complains that it "expected all tensors to be on
  the same device".
- Build the optimizer after the model has moved.
- `loss` is a tensor on the device. Add up `loss.item()`, a Python float, and not `loss` itself, which
  drags the graph of its batch along.
- `.cuda()` works only where there is a GPU. `.to(device)` works everywhere.

One number to follow by hand: three batches of 4, 4 and 1 examples have the mean losses 2, 1 and 6.
`train_on` returns (2 + 1 + 6) / 3 = 3: each *batch* counts once. (Weighted by examples it would be
(8 + 4 + 6) / 9 = 2; that is what ex16 asks for.)

No GPU here? Everything can be solved without one: most checks run on the CPU; those that need a GPU are
skipped, and their points wait. Instead of a GPU the checks use PyTorch's `meta` device, whose tensors
have a shape and a dtype but no values. So take the device that you are given, and ask no more of it
than `.to` does.
"""

import torch


def pick_device():
    """Choose the GPU where there is one, else the CPU.

    It looks each time it is called, not once when the module is imported.

    Returns:
        A `torch.device`: `cuda` (or `cuda:0`) where CUDA is available, else `cpu`.

    >>> pick_device().type in ("cpu", "cuda")
    True
    """
    # TODO: write pick_device, and remove the next line.
    raise NotImplementedError("pick_device")


def move(model, loss_fn, batch, device):
    """Put a model, its loss and one batch on a device.

    Args:
        model: an `nn.Module`. All its parameters and buffers move.
        loss_fn: a loss that is an `nn.Module`. What it holds, such as class weights, moves too.
        batch: a pair `(images, labels)` of tensors, as a tuple or a list. The list itself stays as it is.
        device: a `torch.device`, or its name, such as `"cpu"`.

    Returns:
        `(model, loss_fn, (images, labels))`, everything on `device`, in the same dtypes and, where the
        device holds values, with the same values.

    >>> net, loss = torch.nn.Linear(2, 3), torch.nn.CrossEntropyLoss()
    >>> batch = [torch.zeros(4, 2), torch.zeros(4, dtype=torch.int64)]
    >>> model, loss_fn, (images, labels) = move(net, loss, batch, "meta")
    >>> model.weight.device, images.device, labels.dtype
    (device(type='meta'), device(type='meta'), torch.int64)
    """
    # TODO: write move, and remove the next line.
    raise NotImplementedError("move")


def train_on(model, loader, loss_fn, optimizer, device):
    """Train for one pass over the loader, on the device.

    Each batch is moved when its turn has come (one ahead is fine), and there is one update per batch.

    Args:
        model: an `nn.Module` that is already on `device`.
        loader: gives batches `(images, labels)` that lie somewhere else.
        loss_fn: a module or a function; `loss_fn(outputs, labels)` is a batch's mean loss, a 0-dim tensor.
        optimizer: holds the model's parameters.
        device: a `torch.device`.

    Returns:
        The mean of the batch losses, each batch counting once, as a Python float. A batch's loss is the one
        before its update.

    >>> model = torch.nn.Linear(1, 1)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.0)
    >>> batches = [(torch.ones(4, 1), model(torch.ones(4, 1)).detach() + shift) for shift in (1.0, 3.0)]
    >>> round(train_on(model, batches, torch.nn.MSELoss(), optimizer, torch.device("cpu")), 4)
    5.0
    """
    # TODO: write train_on, and remove the next line.
    raise NotImplementedError("train_on")
