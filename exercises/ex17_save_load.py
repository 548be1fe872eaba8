"""Saving and loading: the whole model, its weights alone, a checkpoint to go on from.

Source: the notes' section on saving and loading models.

A trained model is worth hours of work and lives in memory. Three kinds of file keep it, and each
answers another question.

**The whole model.** `torch.save(model, path)` pickles the object: its weights and buffers, its
attributes, and the *name* of its class. Not the class's code: whoever loads the file must be able to
import that class under that name. Since torch 2.6 `torch.load(path)` reads plain data only, for loading
a pickle can run any code that its author put there. So the notes' `torch.load("model_full.pth")` now
raises `UnpicklingError`, and a whole model needs `torch.load(path, weights_only=False)`. Do that with
files that you trust, and with no others.

**The weights.** `model.state_dict()` is a mapping from names to tensors, such as `"0.weight"`: all
parameters *and* all buffers (the running mean of a batch normalisation is a buffer). Saved, it is plain
data, small, safe, and independent of the class's place in your code. To load it, make the model first;
`model.load_state_dict(mapping)` then copies the values into it. What `load_state_dict` gives back is a
report on the names, not the model.

A file remembers the device of each tensor. Weights written on a GPU make `torch.load` look for a GPU,
and where there is none it raises. `map_location` says where they are to go instead: `torch.load(path,
map_location="cpu")`.

**A checkpoint.** To go on with training, weights are not enough. SGD with momentum μ moves by its
velocity,

    v ← μ·v + g          w ← w − lr·v

and v lives in the optimizer. By hand: lr = 0.1, μ = 0.9 and a gradient of 1 at every step. The first
step has v = 1 and moves w by −0.1, the second has v = 1.9 and moves it by −0.19. Restart between the
two with an optimizer that is new, and the second step is −0.1 once more. `optimizer.state_dict()` holds
v (or the two averages of Adam) and the settings: the learning rate as it is now, momentum, weight
decay. So a checkpoint is a dict of both state dicts and the number of the epoch.

Traps:

- `load_state_dict` wants a mapping, not a path.
- The optimizer holds on to the model's parameters. Fill the model in place; an optimizer does not see a
  model that was put in its stead.
- `best = model.state_dict()` keeps no copy: its tensors are the model's own and change as training goes
  on. A file is a copy.
- `save_checkpoint` takes the path first, the others take the model first.
"""

import torch


def save_model(model, path):
    """Write the whole model to a file.

    Args:
        model: a module; it stays as it is.
        path: where to write, a str.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "model.pth")
    >>> save_model(torch.nn.Linear(2, 1), path)
    >>> load_model(path)
    Linear(in_features=2, out_features=1, bias=True)
    """
    # TODO: write save_model, and remove the next line.
    raise NotImplementedError("save_model")


def load_model(path):
    """Give the model that `save_model` wrote.

    Args:
        path: the file, a str. It is one that you trust.

    Returns:
        A module of its own, with the weights and buffers that the model had when it was saved.
        What required grad then does so now.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "model.pth")
    >>> model = torch.nn.Linear(2, 1)
    >>> save_model(model, path)
    >>> loaded = load_model(path)
    >>> torch.equal(loaded.weight, model.weight), loaded is model
    (True, False)
    """
    # TODO: write load_model, and remove the next line.
    raise NotImplementedError("load_model")


def save_weights(model, path):
    """Write the model's state dict to a file, and nothing else.

    `torch.load(path)` of the file gives the mapping itself, names to tensors.

    Args:
        model: a module; it stays as it is.
        path: where to write, a str.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "weights.pth")
    >>> save_weights(torch.nn.Linear(2, 1), path)
    >>> list(torch.load(path))
    ['weight', 'bias']
    """
    # TODO: write save_weights, and remove the next line.
    raise NotImplementedError("save_weights")


def load_weights(model, path, device="cpu"):
    """Fill the model with the weights in a file that `save_weights` wrote, and return it.

    A file that was written on a GPU loads where there is none.

    Args:
        model: a module like the one that was saved; it changes in place.
        path: the file, a str.
        device: where the tensors of the file go, whatever device they were on when they were saved.

    Returns:
        The same model.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "weights.pth")
    >>> save_weights(torch.nn.Linear(2, 1), path)
    >>> model = torch.nn.Linear(2, 1)
    >>> load_weights(model, path) is model
    True
    """
    # TODO: write load_weights, and remove the next line.
    raise NotImplementedError("load_weights")


def save_checkpoint(path, model, optimizer, epoch):
    """Write all that training needs to go on as if it had never stopped.

    That is the model's weights and buffers, the optimizer's state and settings, and the epoch; not the state
    of the random generators. Model and optimizer stay as they are.

    Args:
        path: where to write, a str.
        model: a module.
        optimizer: a `torch.optim` optimizer that holds its parameters.
        epoch: an int.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "checkpoint.pth")
    >>> model = torch.nn.Linear(2, 1)
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    >>> save_checkpoint(path, model, optimizer, 7)
    >>> load_checkpoint(path, model, optimizer)
    7
    """
    # TODO: write save_checkpoint, and remove the next line.
    raise NotImplementedError("save_checkpoint")


def load_checkpoint(path, model, optimizer):
    """Bring model and optimizer to where they were when the checkpoint was saved.

    Args:
        path: a file that `save_checkpoint` wrote, a str.
        model: a module like the one that was saved; it changes in place.
        optimizer: an optimizer of the same kind, which holds the parameters of this model. It changes in
            place: its state and its settings, the learning rate included, become those in the file.

    Returns:
        The epoch, the int that was saved.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "checkpoint.pth")
    >>> model = torch.nn.Linear(2, 1)
    >>> save_checkpoint(path, model, torch.optim.SGD(model.parameters(), lr=0.1), 3)
    >>> other = torch.nn.Linear(2, 1)
    >>> optimizer = torch.optim.SGD(other.parameters(), lr=5.0)
    >>> load_checkpoint(path, other, optimizer), optimizer.param_groups[0]["lr"]
    (3, 0.1)
    >>> torch.equal(other.weight, model.weight)
    True
    """
    # TODO: write load_checkpoint, and remove the next line.
    raise NotImplementedError("load_checkpoint")
