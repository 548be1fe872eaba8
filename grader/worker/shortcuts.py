"""Switch off a library's shortcuts while a student's function runs, so that *by hand* means by hand.

The switch sits below the names: `F.conv2d`, `torch.conv2d`, `nn.Conv2d` and a function imported
under another name all end in the same operator, and that operator is refused. Importing a shortcut
at the top of a module stays harmless.
"""

import contextlib
from collections.abc import Iterator
from typing import Any

LOSSES = "losses"
OPTIMIZERS = "optimizers"
SOFTMAX = "softmax"
CONVOLUTION = "convolution"
PADDING = "padding"
POOLING = "pooling"

_OPERATORS = {
    LOSSES: (
        "mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss", "nll_loss", "cross_entropy_loss", "kl_div",
        "binary_cross_entropy", "poisson_nll_loss", "gaussian_nll_loss", "soft_margin_loss", "margin_ranking_loss",
        "hinge_embedding_loss", "cosine_embedding_loss", "multi_margin_loss", "multilabel_margin_loss",
        "triplet_margin_loss", "ctc_loss",
    ),
    SOFTMAX: (
        "softmax", "log_softmax", "_softmax", "_log_softmax", "_safe_softmax", "_masked_softmax", "_sparse_softmax",
        "_sparse_log_softmax", "cross_entropy_loss", "nll_loss", "_scaled_dot_product", "scaled_dot_product",
        "linear_cross_entropy", "_native_multi_head", "_transformer_encoder_layer", "_flash_attention",
        "_efficient_attention",
    ),
    CONVOLUTION: (
        "conv1d", "conv2d", "conv3d", "conv_transpose", "convolution", "_convolution", "mkldnn_convolution",
        "cudnn_convolution", "conv_tbc", "_conv_depthwise", "thnn_conv", "slow_conv", "_slow_conv",
        "mkldnn_rnn_layer", "_nnpack_spatial_convolution", "im2col",
    ),
    PADDING: (
        "pad", "_pad", "constant_pad", "reflection_pad", "replication_pad", "_pad_circular", "zero_pad",
    ),
    POOLING: (
        "max_pool", "avg_pool", "_max_pool", "_avg_pool", "adaptive_max_pool", "adaptive_avg_pool",
        "_adaptive_avg_pool", "mkldnn_max_pool", "fractional_max_pool", "lp_pool", "quantized_max_pool",
        "mkldnn_adaptive_avg_pool",
    ),
}  # fmt: skip


class ShortcutOff(RuntimeError):
    """The student's code called something that it is to write by hand."""


@contextlib.contextmanager
def off(*groups: str) -> Iterator[None]:
    """Refuse the operators of these groups inside the block; each call of one raises `ShortcutOff`."""
    from torch.overrides import TorchFunctionMode
    from torch.utils._python_dispatch import TorchDispatchMode

    refused = tuple(name for group in groups for name in _OPERATORS.get(group, ()))

    def look(name: str) -> None:
        if name.startswith(refused):
            raise ShortcutOff(f"{name} is off in this exercise; write it by hand")

    class Functions(TorchFunctionMode):
        def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            look(getattr(func, "__name__", ""))
            return func(*args, **(kwargs or {}))

    class Operators(TorchDispatchMode):  # type: ignore[no-untyped-call]
        @classmethod
        def _should_skip_dynamo(cls) -> bool:
            return False  # True makes the first operator import torch._dynamo: more than a second

        def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            look(func._schema.name.partition("::")[2])
            return func(*args, **(kwargs or {}))

    with contextlib.ExitStack() as stack:
        if refused:
            stack.enter_context(Functions())
            stack.enter_context(Operators())  # type: ignore[no-untyped-call]
        if OPTIMIZERS in groups:
            stack.enter_context(_optimizers_off())
        yield


@contextlib.contextmanager
def _optimizers_off() -> Iterator[None]:
    from torch.optim import Optimizer

    def refuse(self: Any, *args: Any, **kwargs: Any) -> None:
        raise ShortcutOff(f"{type(self).__name__} is off in this exercise; write the update by hand")

    original = Optimizer.__init__
    Optimizer.__init__ = refuse  # type: ignore[method-assign]
    try:
        yield
    finally:
        Optimizer.__init__ = original  # type: ignore[method-assign]
