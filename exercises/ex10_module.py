"""A model is an `nn.Module`: build its parts once, say how a batch goes through them, count what it learns.

Source: the notes' section `nn.Module`.

Every network in PyTorch is a class derived from `nn.Module`, in two parts:

- `__init__` runs once. It makes the layers and stores each as an attribute. `nn.Module` notices
  such an assignment and *registers* the layer: from then on `parameters()`, `state_dict()`,
  `to(device)` and every optimizer find it. Call `super().__init__()` before the first assignment:
  it makes the registers.
- `forward` runs for each batch. It says how the input becomes the output.

A module is used by calling it, `model(x)`. That call runs what others have hooked onto the module,
and then `forward`; so write `forward`, and leave `__call__` to `nn.Module`.

The smallest network with something to learn is the *multilayer perceptron*, here with one hidden
layer:

    h = max(0, X W₁ᵀ + b₁)        ŷ = h W₂ᵀ + b₂

| symbol | shape | what it is |
| --- | --- | --- |
| X | `(n, in)` | one example a row |
| W₁, b₁ | `(hidden, in)`, `(hidden,)` | the first linear layer |
| h | `(n, hidden)` | the hidden values after the ReLU, max(0, ·) |
| W₂, b₂ | `(out, hidden)`, `(out,)` | the second linear layer |
| ŷ | `(n, out)` | the output, raw: nothing comes after the second layer |

The ReLU in between is what makes it more than one layer. Without it, two linear layers are one:
W₂(W₁x + b₁) + b₂ = (W₂W₁)x + (W₂b₁ + b₂).

One number to follow by hand: x = 2, W₁ = (1, −1)ᵀ, b₁ = (0, 1), W₂ = (3, 4), b₂ = 0.5. The first
layer gives (2, −1), the ReLU (2, 0), the second layer 3·2 + 4·0 + 0.5 = 6.5.

How many values does it learn? W₁ has hidden · in, b₁ has hidden, W₂ has out · hidden, b₂ has out.
For 4 → 8 → 3 these are 32 + 8 + 24 + 3 = 67.

Traps:

- Layers in a plain Python list are not registered: the optimizer never sees them. `nn.ModuleList`
  and `nn.Sequential` are lists that register.
- A layer made inside `forward` is a new one, with new random values, at every call.
- `x += 1` changes the caller's tensor; `x + 1` makes a new one.
- Counting `len(list(model.parameters()))` counts tensors, not values.
- Not all that a module stores is learned. A parameter with `requires_grad=False` is *frozen*; a
  *buffer*, such as the running mean of a batch norm, is no parameter at all; and a layer that is used at
  two places is still learned once.

The notes have each model write both functions. Only `forward` is a must: where there is nothing to
build, as in `myNN`, `__init__` may be deleted.
"""

import torch
from torch import nn


class myNN(nn.Module):
    """A module that learns nothing: it gives x + 1.

    Called with a tensor of any shape, it gives a new tensor of that shape; x stays as it is.

    >>> myNN()(torch.tensor([1.0, 2.5]))
    tensor([2.0000, 3.5000])
    """

    def __init__(self):
        # TODO: write myNN.__init__, and remove the next line.
        raise NotImplementedError("myNN.__init__")

    def forward(self, x):
        """Give x + 1.

        Args:
            x: float32 of any shape, also of none (a single number).

        Returns:
            float32 in the shape of `x`. Gradients flow through it to `x`.
        """
        # TODO: write myNN.forward, and remove the next line.
        raise NotImplementedError("myNN.forward")


class MLP(nn.Module):
    """A multilayer perceptron: linear, ReLU, linear.

    Both linear layers have a bias. What the parts are called, in which order they are registered and
    which values they start from is up to you; so is whether `MLP` is a class, as here, or a function
    that returns a module.

    Args:
        in_features: how many values one example has.
        hidden: how many values lie between the two layers.
        out_features: how many values come out.

    >>> MLP(4, 8, 3)(torch.ones(2, 4)).shape
    torch.Size([2, 3])
    """

    def __init__(self, in_features, hidden, out_features):
        # TODO: write MLP.__init__, and remove the next line.
        raise NotImplementedError("MLP.__init__")

    def forward(self, x):
        """Give the second layer's output, raw.

        Args:
            x: float32 `(n, in_features)`, one example a row.

        Returns:
            float32 `(n, out_features)`. Gradients flow through it to all four parameters.
        """
        # TODO: write MLP.forward, and remove the next line.
        raise NotImplementedError("MLP.forward")


def count_parameters(module):
    """Give the number of values that training can change.

    All values of all parameters count, those of nested modules too. Frozen parameters
    (`requires_grad=False`) and buffers do not. A parameter that stands at several places of the
    module is one parameter and counts once.

    Args:
        module: any `nn.Module`. It is left as it is.

    Returns:
        A Python int; 0 where there is nothing to learn.

    >>> count_parameters(nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3)))
    67
    """
    # TODO: write count_parameters, and remove the next line.
    raise NotImplementedError("count_parameters")
