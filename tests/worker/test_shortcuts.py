"""Each spelling of a shortcut is refused, and what is to be used by hand is not."""

import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.functional import conv2d as imported_before

from grader.worker.shortcuts import CONVOLUTION, LOSSES, OPTIMIZERS, PADDING, POOLING, SOFTMAX, ShortcutOff, off

x = torch.ones(2, 3)
image = torch.ones(1, 1, 4, 4)
kernel = torch.ones(1, 1, 2, 2)
labels = torch.tensor([0, 1])

REFUSED = {
    LOSSES: [
        lambda: F.mse_loss(x, x), lambda: nn.MSELoss()(x, x), lambda: F.l1_loss(x, x), lambda: nn.L1Loss()(x, x),
        lambda: F.smooth_l1_loss(x, x), lambda: F.huber_loss(x, x), lambda: F.cross_entropy(x, labels),
        lambda: torch.ops.aten.mse_loss(x, x), lambda: torch._C._nn.mse_loss(x, x), lambda: torch._C._nn.l1_loss(x, x),
    ],
    SOFTMAX: [
        lambda: torch.softmax(x, 1), lambda: x.softmax(1), lambda: F.softmax(x, 1), lambda: nn.Softmax(1)(x),
        lambda: F.log_softmax(x, 1), lambda: x.log_softmax(1), lambda: torch.special.softmax(x, 1),
        lambda: F.cross_entropy(x, labels), lambda: F.cross_entropy(x, x), lambda: nn.CrossEntropyLoss()(x, labels),
        lambda: torch.ops.aten._softmax(x, 1, False), lambda: F.softmin(x, 1), lambda: F.gumbel_softmax(x),
        lambda: F.scaled_dot_product_attention(x[None], x[None], x[None]),
    ],
    CONVOLUTION: [
        lambda: F.conv2d(image, kernel), lambda: torch.conv2d(image, kernel), lambda: imported_before(image, kernel),
        lambda: nn.Conv2d(1, 1, 2)(image), lambda: torch.ops.aten.conv2d(image, kernel),
        lambda: torch.convolution(image, kernel, None, (1, 1), (0, 0), (1, 1), False, (0, 0), 1),
        lambda: F.conv1d(image[0, :, 0], kernel[0, :, :1]), lambda: F.conv3d(image[None], kernel[None]),
        lambda: F.conv_transpose2d(image, kernel),
        lambda: torch.mkldnn_convolution(image, kernel, None, (0, 0), (1, 1), (1, 1), 1),
    ],
    PADDING: [
        lambda: F.pad(image, (1, 1)), lambda: nn.ZeroPad2d(1)(image), lambda: torch.constant_pad_nd(image, (1, 1)),
        lambda: nn.ConstantPad2d(1, 0.0)(image), lambda: F.pad(image, (1, 1, 1, 1), mode="reflect"),
        lambda: F.unfold(image, 1, padding=1),
    ],
    POOLING: [
        lambda: F.max_pool2d(image, 2), lambda: nn.MaxPool2d(2)(image), lambda: F.avg_pool2d(image, 2),
        lambda: nn.AvgPool2d(2)(image), lambda: F.adaptive_max_pool2d(image, 2),
        lambda: nn.AdaptiveAvgPool2d(2)(image), lambda: torch.max_pool2d(image, 2), lambda: F.lp_pool2d(image, 2.0, 2),
        lambda: F.max_pool2d(image, 2, return_indices=True), lambda: F.avg_pool1d(image[0], 2),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("group", "number"), [(group, number) for group, calls in REFUSED.items() for number in range(len(calls))]
)
def test_a_shortcut_is_refused_under_every_name_and_comes_back(group, number):
    call = REFUSED[group][number]
    with off(group), pytest.raises(ShortcutOff, match="is off in this exercise"):
        call()
    call()


def test_optimizers_are_refused():
    with off(OPTIMIZERS), pytest.raises(ShortcutOff, match="SGD is off"):
        torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1)
    torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1)


@pytest.mark.parametrize(
    ("group", "by_hand"),
    [
        (SOFTMAX, lambda: torch.exp(x) / torch.exp(x).sum(1, keepdim=True)),
        (SOFTMAX, lambda: torch.logsumexp(x, 1)),
        (CONVOLUTION, lambda: image.unfold(2, 2, 1).unfold(3, 2, 1)),
        (CONVOLUTION, lambda: F.unfold(image, 2)),
        (CONVOLUTION, lambda: torch.einsum("ij,ij->", x, x)),
        (PADDING, lambda: torch.cat([torch.zeros(2, 1), x], dim=1)),
        (POOLING, lambda: image.unfold(2, 2, 2).amax(-1)),
        (LOSSES, lambda: ((x - x) ** 2).mean().abs()),
    ],
)
def test_what_is_by_hand_goes_through(group, by_hand):
    with off(group):
        by_hand()


def test_gradients_flow_as_ever():
    w = torch.ones(3, requires_grad=True)
    with off(LOSSES, SOFTMAX, CONVOLUTION, POOLING, PADDING, OPTIMIZERS):
        (w * 2).sum().backward()
    assert w.grad.tolist() == [2, 2, 2]


def test_a_thread_is_no_way_around():
    import threading

    with off(LOSSES), pytest.raises(ShortcutOff, match="threads are off"):
        threading.Thread(target=lambda: F.mse_loss(x, x)).start()
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
