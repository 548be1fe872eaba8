"""Switch off a library's shortcuts while a student's function runs, so that *by hand* means by hand.

The switch sits below the names: `F.conv2d`, `torch.conv2d`, `nn.Conv2d` and a function imported
under another name all end in the same operator, and that operator is refused. Importing a shortcut
at the top of a module stays harmless.
"""

import contextlib
import sys
import threading
from collections.abc import Iterable, Iterator
from typing import Any

LOSSES = "losses"
OPTIMIZERS = "optimizers"
SOFTMAX = "softmax"
CONVOLUTION = "convolution"
PADDING = "padding"
POOLING = "pooling"
LOOKUPS = "lookups"

_UPDATES = ("_single_tensor_", "_multi_tensor_", "_fused_sgd", "_fused_adam", "_fused_adagrad")

_OPERATORS = {
    OPTIMIZERS: ("_fused_sgd", "_fused_adam", "_fused_adagrad"),
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
        "mkldnn_rnn_layer", "_nnpack_spatial_convolution",
    ),
    PADDING: (
        "pad", "_pad", "constant_pad", "reflection_pad", "replication_pad", "_pad_circular", "zero_pad", "im2col",
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
    refused = tuple(name for group in groups for name in _OPERATORS.get(group, ()))
    with contextlib.ExitStack() as stack:
        if refused:
            stack.enter_context(_operators_off(refused))
        if OPTIMIZERS in groups:
            stack.enter_context(_optimizers_off())
        if LOOKUPS in groups:
            stack.enter_context(_lookups_off())
        yield


@contextlib.contextmanager
def _replaced(replacements: Iterable[tuple[Any, str, Any]]) -> Iterator[None]:
    """Each owner's attribute of that name replaced, and put back afterwards."""
    with contextlib.ExitStack() as stack:
        for owner, name, replacement in list(replacements):
            stack.callback(setattr, owner, name, vars(owner)[name])
            setattr(owner, name, replacement)
        yield


@contextlib.contextmanager
def _operators_off(refused: tuple[str, ...]) -> Iterator[None]:
    from torch.overrides import TorchFunctionMode
    from torch.utils._python_dispatch import TorchDispatchMode

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

    def refuse_thread(self: Any) -> None:
        raise ShortcutOff("threads are off in this exercise, for they would get past the switch")

    threads = _replaced([(threading.Thread, "start", refuse_thread)])
    with Functions(), Operators(), threads:  # type: ignore[no-untyped-call]
        yield


@contextlib.contextmanager
def _optimizers_off() -> Iterator[None]:
    """The classes, and the functions under them that one made before, or a functional form, would call."""
    from torch.optim import Optimizer

    def refuse(self: Any, *args: Any, **kwargs: Any) -> None:
        raise ShortcutOff(f"{type(self).__name__} is off in this exercise; write the update by hand")

    def refuse_update(*args: Any, **kwargs: Any) -> None:
        raise ShortcutOff("torch.optim is off in this exercise; write the update by hand")

    updates: list[tuple[Any, str]] = [(Optimizer, "__init__")]
    for module in [module for name, module in sys.modules.items() if name.startswith("torch.optim.")]:
        updates += [(module, name) for name in vars(module) if name.startswith(_UPDATES)]
    with _replaced((owner, name, refuse if owner is Optimizer else refuse_update) for owner, name in updates):
        yield


@contextlib.contextmanager
def _lookups_off() -> Iterator[None]:
    """Keras' lookup layers and TensorFlow's tables, whatever a submission calls or derives from them."""
    import tensorflow as tf

    keras = tf.keras
    tables = (
        tf.lookup.StaticHashTable, tf.lookup.StaticVocabularyTable, tf.lookup.KeyValueTensorInitializer,
        tf.lookup.experimental.MutableHashTable, tf.lookup.experimental.DenseHashTable,
    )  # fmt: skip
    layers = (keras.layers.StringLookup, keras.layers.IntegerLookup, keras.layers.TextVectorization)
    owners = {base for table in tables for base in table.__mro__ if base.__module__.endswith("lookup_ops")}
    for layer in layers:
        owners |= set(layer.__mro__[: layer.__mro__.index(keras.layers.Layer)])

    def refuse(self: Any, *args: Any, **kwargs: Any) -> None:
        raise ShortcutOff(f"{type(self).__name__} is off in this exercise; write it by hand")

    names = ("__init__", "call", "adapt", "update_state", "set_vocabulary", "get_vocabulary", "lookup")
    with _replaced((owner, name, refuse) for owner in owners for name in names if name in vars(owner)):
        yield
