"""Each spelling of a shortcut is refused in a worker that has it taken out, and what is by hand is not."""

import time

import pytest

from grader.sandbox.policy import Policy
from grader.zygote import Zygote

HEAD = """
import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.functional import conv2d as imported_before

x = torch.ones(2, 3)
image = torch.ones(1, 1, 4, 4)
kernel = torch.ones(1, 1, 2, 2)
labels = torch.tensor([0, 1])

"""

REFUSED = {
    "losses": [
        "F.mse_loss(x, x)",
        "nn.MSELoss()(x, x)",
        "F.l1_loss(x, x)",
        "nn.L1Loss()(x, x)",
        "F.smooth_l1_loss(x, x)",
        "F.huber_loss(x, x)",
        "F.gaussian_nll_loss(x, x, x)",
        "nn.GaussianNLLLoss()(x, x, x)",
        "F.cross_entropy(x, labels)",
        "torch.ops.aten.mse_loss(x, x)",
        "torch._C._nn.mse_loss(x, x)",
        "torch._C._nn.l1_loss(x, x)",
        "torch.jit.trace(lambda a: F.l1_loss(a, a), x, check_trace=False)(x)",
    ],
    "optimizers": ["torch.optim.SGD([x], lr=0.1)", "torch.optim.Adam([x])"],
    "softmax": [
        "torch.softmax(x, 1)",
        "x.softmax(1)",
        "F.softmax(x, 1)",
        "nn.Softmax(1)(x)",
        "F.log_softmax(x, 1)",
        "x.log_softmax(1)",
        "torch.special.softmax(x, 1)",
        "F.cross_entropy(x, labels)",
        "F.cross_entropy(x, x)",
        "nn.CrossEntropyLoss()(x, labels)",
        "torch.ops.aten._softmax(x, 1, False)",
        "F.softmin(x, 1)",
        "F.gumbel_softmax(x)",
        "F.scaled_dot_product_attention(x[None], x[None], x[None])",
    ],
    "convolution": [
        "F.conv2d(image, kernel)",
        "torch.conv2d(image, kernel)",
        "imported_before(image, kernel)",
        "nn.Conv2d(1, 1, 2)(image)",
        "torch.ops.aten.conv2d(image, kernel)",
        "torch.convolution(image, kernel, None, (1, 1), (0, 0), (1, 1), False, (0, 0), 1)",
        "F.conv1d(image[0, :, 0], kernel[0, :, :1])",
        "F.conv3d(image[None], kernel[None])",
        "F.conv_transpose2d(image, kernel)",
        "torch.mkldnn_convolution(image, kernel, None, (0, 0), (1, 1), (1, 1), 1)",
    ],
    "padding": [
        "F.pad(image, (1, 1))",
        "nn.ZeroPad2d(1)(image)",
        "torch.constant_pad_nd(image, (1, 1))",
        "nn.ConstantPad2d(1, 0.0)(image)",
        'F.pad(image, (1, 1, 1, 1), mode="reflect")',
        "F.unfold(image, 1, padding=1)",
    ],
    "pooling": [
        "F.max_pool2d(image, 2)",
        "nn.MaxPool2d(2)(image)",
        "F.avg_pool2d(image, 2)",
        "nn.AvgPool2d(2)(image)",
        "F.adaptive_max_pool2d(image, 2)",
        "nn.AdaptiveAvgPool2d(2)(image)",
        "torch.max_pool2d(image, 2)",
        "F.lp_pool2d(image, 2.0, 2)",
        "F.max_pool2d(image, 2, return_indices=True)",
        "F.avg_pool1d(image[0], 2)",
    ],
}

BY_HAND = {
    "softmax": ["torch.exp(x) / torch.exp(x).sum(1, keepdim=True)", "torch.logsumexp(x, 1)"],
    "convolution": ["image.unfold(2, 2, 1).unfold(3, 2, 1)", "F.unfold(image, 2)", "torch.einsum('ij,ij->', x, x)"],
    "padding": ["torch.cat([torch.zeros(2, 1), x], dim=1)"],
    "pooling": ["image.unfold(2, 2, 2).amax(-1)"],
    "losses": ["((x - x) ** 2).mean().abs()", "(x.requires_grad_() * 2).sum().backward()"],
    "optimizers": ["x.sub_(1)"],
}


@pytest.fixture(scope="module")
def zygote():
    with Zygote(("torch",)) as made:
        yield made


@pytest.fixture(scope="module")
def run(zygote, tmp_path_factory):
    """Import HEAD and then call the expression, in a worker where the group is off; gives the reply."""
    workers = {}

    def call(group, expression):
        if group not in workers:
            workers[group] = zygote.fork(Policy(scratch=str(tmp_path_factory.mktemp("scratch")), off=(group,)))
            workers[group].hello()
        source = f"{HEAD}\ndef call():\n    return {expression}\n"
        load = {"do": "load", "name": "m", "filename": "m.py", "source": source.encode()}
        assert "value" in workers[group].ask(load, time.monotonic() + 20, 1000)
        probe = "def probe(submission):\n    submission.call()"
        request = {"do": "call", "probe": "probe", "source": probe, "args": [], "kwargs": {}, "seed": 1, "filename": "m.py"}
        return workers[group].ask(request, time.monotonic() + 20, 1000)

    yield call
    for worker in workers.values():
        worker.close()


@pytest.mark.parametrize(("group", "expression"), [(group, call) for group, calls in REFUSED.items() for call in calls])
def test_a_shortcut_is_refused_under_every_name(run, group, expression):
    fault = run(group, expression)["fault"]
    assert fault["type"] == "ShortcutOff", fault
    assert "is off in this exercise" in fault["message"]


@pytest.mark.parametrize(("group", "expression"), [(group, call) for group, calls in BY_HAND.items() for call in calls])
def test_what_is_by_hand_goes_through(run, group, expression):
    assert "value" in run(group, expression)


def test_a_module_that_uses_a_shortcut_at_its_top_is_imported_without_that_line(zygote, tmp_path):
    worker = zygote.fork(Policy(scratch=str(tmp_path), off=("softmax",)))
    worker.hello()
    source = """
from __future__ import annotations
import torch
def softmax(o):
    return o.exp() / o.exp().sum(-1, keepdim=True)
x = torch.ones(1, 2)
assert torch.allclose(softmax(x), torch.softmax(x, -1))
after = softmax(x).sum().item()
print(after)
"""
    load = {"do": "load", "name": "m", "filename": "m.py", "source": source.encode()}
    assert "value" in worker.ask(load, time.monotonic() + 20, 1000)
    assert worker.printed == b"1.0\n"
    worker.close()
