"""Initial parameters: a function for `apply`, one layer by hand, a model that brings its own.

Source: the notes' section on initialising parameters (PyTorch). It shows three ways; this exercise
goes through them in the same order.

A network learns from where it starts. If all weights start equal, all units of a layer compute the
same thing and get the same gradient, so they stay copies of one another for ever. Random values
break the tie; small ones keep the first outputs near 0. The usual choice in the notes is

    w ~ N(0, 0.01²)        b = 0

The second number in N(0, 0.01²) is the *variance*. `torch.normal`, `Tensor.normal_` and
`nn.init.normal_` all take the *standard deviation*, here 0.01.

**1. A function for `apply`.** `net.apply(f)` calls `f(m)` on every module in the net, however deeply
it is nested: first the innermost ones, last the net itself. So `f` meets containers, activations,
convolutions and normalisations too, and must pick out the layers that it is meant for.

**2. One layer by hand.** `net[0]` is the first layer of an `nn.Sequential`; its `weight` and `bias` are
parameters. A parameter changes in place where no graph is recorded: inside `torch.no_grad()`,
through `.data`, or with a function from `nn.init`. (The notes write `normal_(0, 0.)` here. That is a
slip: a standard deviation of 0 makes every weight 0.)

**3. A model that brings its own.** A tensor wrapped in `nn.Parameter` and stored on `self` in `__init__`
is registered: `parameters()` yields it, the optimizer moves it, `state_dict()` saves it. A bare tensor is
none of these. The example is the factorization machine, which predicts from d features and from every
*pair* of them. A pair (i, j) is weighed by the inner product of two short vectors vᵢ, vⱼ ∈ ℝᵏ, the
rows of a matrix V of shape `(d, k)`:

    ŷ = b + Σᵢ wᵢ xᵢ + Σ_{i<j} ⟨vᵢ, vⱼ⟩ xᵢ xⱼ

Written so, the last sum has d(d − 1)/2 terms. Summing over *all* pairs (i, j) instead counts every wanted
pair twice and adds each feature with itself. Take the latter away, halve what is left, and the
pairs are gone:

    Σ_{i<j} ⟨vᵢ, vⱼ⟩ xᵢ xⱼ = ½ Σ_f [ (xV)_f² − (x²V²)_f ]

where f runs over the k factors and x², V² are squared element by element. The shapes: x is `(n, d)`, xV and
x²V² are `(n, k)`, their sum over f is `(n, 1)`, and so is what the linear part gives.

One number to follow by hand: x = (1, 2), V = (3, 4)ᵀ with one factor. Then xV = 11 and
x²V² = 1·9 + 4·16 = 73, so the pair adds ½(121 − 73) = 24. Directly: v₁v₂x₁x₂ = 3·4·1·2 = 24.

Traps:

- `nn.Linear(…, bias=False)` has `bias` None. So do not reach for it blindly.
- A sum over the factors that drops its dimension is `(n,)`; added to the linear part's `(n, 1)` it broadcasts
  to `(n, n)` without an error.
- `hasattr(m, "weight")` is true of convolutions and normalisations as well.
"""

import torch
from torch import nn


def init_weights(m):
    """Set a linear layer's weight from N(0, 0.01²) and its bias to 0; leave every other module alone.

    Made for `net.apply(init_weights)`, which calls it on each module of the net.

    Args:
        m: any module. A linear layer changes in place, and stays trainable. One without a bias keeps none.

    >>> net = nn.Sequential(nn.Flatten(), nn.Linear(28 * 28, 10)).apply(init_weights)
    >>> bool(net[1].weight.std() < 0.02), bool((net[1].weight == 0).any())
    (True, False)
    >>> net[1].bias.detach()
    tensor([0., 0., 0., 0., 0., 0., 0., 0., 0., 0.])
    """
    ### BEGIN SOLUTION
    if isinstance(m, nn.Linear):
        nn.init.normal_(m.weight, mean=0.0, std=0.01)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
    ### END SOLUTION


def init_first_layer(net, std=0.01):
    """Set the weight of `net[0]` from N(0, std²) and its bias to 0; no other layer changes.

    Args:
        net: an `nn.Sequential` whose first layer is an `nn.Linear` with bias. It changes in place.
        std: the standard deviation of the new weights.

    >>> net = nn.Sequential(nn.Linear(2, 1))
    >>> init_first_layer(net)
    >>> net[0].bias.detach()
    tensor([0.])
    >>> bool((net[0].weight.abs() < 0.1).all()), bool((net[0].weight == 0).any())
    (True, False)
    """
    ### BEGIN SOLUTION
    with torch.no_grad():
        net[0].weight.normal_(0, std)
        net[0].bias.zero_()
    ### END SOLUTION


class FM(nn.Module):
    """A factorization machine: a linear part plus the weighed products of every pair of features.

    It has two attributes: `linear`, an `nn.Linear(num_features, 1)`, and `v`, a parameter of shape
    `(num_features, num_factors)` whose values start from N(0, 1).

    Args:
        num_features: d, how many features an example has.
        num_factors: k, how long the vector of each feature is.

    >>> model = FM(2, 1)
    >>> sorted(name for name, _ in model.named_parameters())
    ['linear.bias', 'linear.weight', 'v']
    >>> model.linear.weight.data.fill_(0.0), model.linear.bias.data.fill_(0.5)
    (tensor([[0., 0.]]), tensor([0.5000]))
    >>> model.v.data = torch.tensor([[3.0], [4.0]])
    >>> model(torch.tensor([[1.0, 2.0], [1.0, 0.0]])).detach()
    tensor([[24.5000],
            [ 0.5000]])
    """

    def __init__(self, num_features, num_factors):
        """Make `linear` and `v`."""
        ### BEGIN SOLUTION
        super().__init__()
        self.linear = nn.Linear(num_features, 1)
        self.v = nn.Parameter(torch.randn(num_features, num_factors))
        ### END SOLUTION

    def forward(self, x):
        """Give linear(x) + ½ Σ_f [(xv)_f² − (x²v²)_f] for each example.

        Args:
            x: float32 `(n, num_features)`.

        Returns:
            float32 `(n, 1)`. Gradients flow to `linear` and to `v`.
        """
        ### BEGIN SOLUTION
        pairs = (x @ self.v) ** 2 - x**2 @ self.v**2
        return self.linear(x) + pairs.sum(dim=1, keepdim=True) / 2
        ### END SOLUTION
