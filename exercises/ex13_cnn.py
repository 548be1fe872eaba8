"""Two whole networks: a small CNN for CIFAR-10, and LeNet-5.

Source: the notes' sections `nn.Sequential` and *convolutional neural networks*.

A convolutional network has a part that looks and a part that decides. Convolutions and poolings turn an
image into maps that are ever smaller and ever more; `nn.Flatten` lays them out in one row; dense
layers make a score for each class from it. `nn.Sequential` holds such a chain: its layers in order,
each fed with what the one before gives.

Diagrams of networks show sizes, and leave padding and stride to you. Work them out with
out = ⌊(size + 2·padding − kernel) / stride⌋ + 1. From 32 to 32 with a kernel of 5 and stride 1:
32 + 2p − 5 + 1 = 32, so p = 2.

**CNN**, the notes' network for CIFAR-10. Three convolutions 5×5 that keep the size, after each a maximum
pooling 2×2, then two dense layers:

| layer | output | learned values |
| --- | --- | --- |
| image | `(N, 3, 32, 32)` | |
| convolution to 32 channels | `(N, 32, 32, 32)` | 32·3·25 + 32 = 2,432 |
| pooling | `(N, 32, 16, 16)` | |
| convolution to 32 channels | `(N, 32, 16, 16)` | 32·32·25 + 32 = 25,632 |
| pooling | `(N, 32, 8, 8)` | |
| convolution to 64 channels | `(N, 64, 8, 8)` | 64·32·25 + 64 = 51,264 |
| pooling | `(N, 64, 4, 4)` | |
| flatten | `(N, 1024)` | |
| dense to 64 | `(N, 64)` | 1024·64 + 64 = 65,600 |
| dense to 10 | `(N, 10)` | 64·10 + 10 = 650 |

Together 145,578. As in the notes there is no activation anywhere: only the maximum in the poolings keeps
the network from being one linear map.

**LeNet-5**, which read handwritten digits, in one channel of 32×32. No padding here:

| layer | output | learned values |
| --- | --- | --- |
| image | `(N, 1, 32, 32)` | |
| convolution 5×5 to 6 channels, activation | `(N, 6, 28, 28)` | 6·25 + 6 = 156 |
| pooling 2×2 | `(N, 6, 14, 14)` | |
| convolution 5×5 to 16 channels, activation | `(N, 16, 10, 10)` | 16·6·25 + 16 = 2,416 |
| pooling 2×2 | `(N, 16, 5, 5)` | |
| convolution 5×5 to 120 channels, activation | `(N, 120, 1, 1)` | 120·16·25 + 120 = 48,120 |
| dense to 84, activation | `(N, 84)` | 120·84 + 84 = 10,164 |
| dense to the classes | `(N, num_classes)` | 84·10 + 10 = 850 |

Together 61,706 for ten classes. The third convolution covers its whole input, 16 maps of 5×5; a dense layer
from 400 to 120 is the same map. The network of 1998 pooled by average and bent values with a scaled
tanh; today people take maximum pooling and ReLU. Both choices are yours here.

Traps:

- After the last layer comes nothing: the scores are *raw*. Cross entropy applies the softmax itself, and a
  second one flattens the gradients.
- Flatten keeps the batch: `(N, 64, 4, 4)` becomes `(N, 1024)`, not `(N·1024,)`. `squeeze()` would lose the
  batch where N is 1.
- A pooling has nothing to learn, so one object may stand at several places. A convolution may not: its
  weights would be shared.
"""

import torch
from torch import nn


class CNN(nn.Module):
    """The notes' network for CIFAR-10; a class, as here, or a function that returns a module.

    >>> CNN()(torch.zeros(2, 3, 32, 32)).shape
    torch.Size([2, 10])
    """

    def __init__(self):
        # TODO: write CNN.__init__, and remove the next line.
        raise NotImplementedError("CNN.__init__")

    def forward(self, x):
        """Give a raw score for each class.

        Args:
            x: float32 `(N, 3, 32, 32)`.

        Returns:
            float32 `(N, 10)`.
        """
        # TODO: write CNN.forward, and remove the next line.
        raise NotImplementedError("CNN.forward")


class LeNet5(nn.Module):
    """LeNet-5; a class, as here, or a function that returns a module.

    The activation after the three convolutions and after the dense layer of 84 is your choice, without
    values to learn; so is maximum or average pooling.

    Args:
        num_classes: how many classes there are.

    >>> LeNet5()(torch.zeros(2, 1, 32, 32)).shape
    torch.Size([2, 10])
    >>> LeNet5(3)(torch.zeros(1, 1, 32, 32)).shape
    torch.Size([1, 3])
    """

    def __init__(self, num_classes=10):
        # TODO: write LeNet5.__init__, and remove the next line.
        raise NotImplementedError("LeNet5.__init__")

    def forward(self, x):
        """Give a raw score for each class.

        Args:
            x: float32 `(N, 1, 32, 32)`.

        Returns:
            float32 `(N, num_classes)`.
        """
        # TODO: write LeNet5.forward, and remove the next line.
        raise NotImplementedError("LeNet5.forward")
