"""Existing networks: load VGG16, add to it, change it, freeze it.

Source: the notes' section on existing network structures and how to modify them.

VGG16 has three parts. `features` is a chain of 13 convolutions, each followed by a ReLU, and five
poolings among them; `avgpool` brings any image to 7 × 7; `classifier` is a chain of three linear
layers with ReLU and dropout between them:

| after | shape for N images of 224 × 224 |
| --- | --- |
| the input | `(N, 3, 224, 224)` |
| `features` | `(N, 512, 7, 7)` |
| `avgpool`, flattened | `(N, 25088)`, for 512 · 7 · 7 = 25088 |
| `classifier[0]`, `classifier[3]` | `(N, 4096)` each |
| `classifier[6]` | `(N, 1000)`, one score per class of ImageNet |

It holds 138,357,544 parameters, which is 553 MB, and 102,764,544 of them (three quarters) stand in
`classifier[0]`. So a network that somebody else has trained on a million images is worth having: keep what
`features` has learned to see, and give the network a last layer for your own classes.

Four ways to change a network that exists:

- **Add a layer.** `model.add_module("extra", layer)`, or `model.extra = layer`, registers it: it is
  printed, it moves with `.to`, its parameters are trained and saved. But nobody *calls* it: `forward` of
  VGG was written before and goes through `features`, `avgpool` and `classifier` only. After `add_extra` the
  model still gives 1000 scores. (In an `nn.Sequential` it would be different: its forward calls
  whatever is registered.)
- **Use it.** So it has to be called by hand: `(N, 1000)` from the model, through `extra`, makes `(N, 10)`.
- **Replace a layer.** `model.classifier[-1] = layer`. One number to follow by hand: the old last layer
  has 4096 · 1000 + 1000 = 4,097,000 parameters; one for 10 classes has 4096 · 10 + 10 = 40,970.
- **Freeze a part.** Where a parameter has `requires_grad` False, backward works out no gradient for
  it, and the optimizer leaves it alone.

The traps:

- `model.add_module(…)` returns None, not the model.
- `layer.out_features = 10` changes what is printed and no weight.
- `model.features.requires_grad = False` sets an attribute that nothing reads: `requires_grad` belongs to a
  *parameter*. The module's method is called `requires_grad_`, with an underscore.
- Freezing is not `eval()`, which only tells dropout and batch normalization how to behave.

Where the notes are out of date: `vgg16(pretrained=True)` has become `vgg16(weights=…)` with
`VGG16_Weights.DEFAULT`, or `None` for random values. Only weights that are asked for are downloaded.

A tip: `with torch.device("meta"):` builds a network of shapes without values. It costs no memory, and
the checks look at VGG16 that way.
"""

import torch
import torchvision


def load_vgg16(weights=None):
    """Give torchvision's VGG16.

    Args:
        weights: None for random values and no download; or what torchvision takes for pretrained ones,
            `torchvision.models.VGG16_Weights.DEFAULT` for example.

    Returns:
        The network, for images `(N, 3, H, W)`, with 1000 outputs.

    >>> with torch.device("meta"):
    ...     model = load_vgg16()
    >>> sum(parameter.numel() for parameter in model.parameters())
    138357544
    """
    ### BEGIN SOLUTION
    return torchvision.models.vgg16(weights=weights)
    ### END SOLUTION


def add_extra(model):
    """Register a layer `extra`, `nn.Linear(1000, 10)`, at the top level of this very model.

    Args:
        model: VGG16, or a network built like it. It is changed in place.

    Returns:
        The same model. What it gives for an image stays what it was: its forward does not know of `extra`.

    >>> with torch.device("meta"):
    ...     model = add_extra(load_vgg16())
    >>> model.extra
    Linear(in_features=1000, out_features=10, bias=True)
    >>> model(torch.zeros(2, 3, 64, 64, device="meta")).shape
    torch.Size([2, 1000])
    """
    ### BEGIN SOLUTION
    model.add_module("extra", torch.nn.Linear(1000, 10))
    return model
    ### END SOLUTION


def classify_with_extra(model, x):
    """Apply the model's layer `extra` to what the model gives for x.

    Args:
        model: a network built like VGG16 that has a layer `extra`.
        x: float32 images `(N, 3, H, W)`.

    Returns:
        float32 `(N, 10)`: raw scores.

    >>> with torch.device("meta"):
    ...     model = add_extra(load_vgg16())
    >>> classify_with_extra(model, torch.zeros(2, 3, 64, 64, device="meta")).shape
    torch.Size([2, 10])
    """
    ### BEGIN SOLUTION
    return model.extra(model(x))
    ### END SOLUTION


def replace_last(model, num_classes):
    """Put a new linear layer with `num_classes` outputs in the place of the classifier's last layer.

    Args:
        model: VGG16. It is changed in place; all its other layers stay the same objects.
        num_classes: how many outputs the new layer has. It has as many inputs as the old one, and a bias.

    Returns:
        The same model.

    >>> with torch.device("meta"):
    ...     model = replace_last(load_vgg16(), 10)
    >>> model.classifier[-1]
    Linear(in_features=4096, out_features=10, bias=True)
    """
    ### BEGIN SOLUTION
    old = model.classifier[-1]
    model.classifier[-1] = torch.nn.Linear(old.in_features, num_classes)
    return model
    ### END SOLUTION


def freeze_features(model):
    """Keep the parameters of `features` from being trained.

    Args:
        model: VGG16, or a network built like it. It is changed in place.

    Returns:
        The same model. Every parameter in `features` has `requires_grad` False; those of the
        classifier have what they had before, True or False.

    >>> with torch.device("meta"):
    ...     model = freeze_features(load_vgg16())
    >>> model.features[0].weight.requires_grad, model.classifier[0].weight.requires_grad
    (False, True)
    """
    ### BEGIN SOLUTION
    for parameter in model.features.parameters():
        parameter.requires_grad = False
    return model
    ### END SOLUTION
