"""Take a library's shortcuts out of a worker, so that *by hand* means by hand.

The switch sits below the names: `F.conv2d`, `torch.conv2d`, `nn.Conv2d` and a function imported
under another name all end in the same operator, and that operator is refused. Importing a shortcut
at the top of a module stays harmless.
"""

import ctypes
import sys
import types
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

KERNELS = ("CPU", "AutogradCPU", "MkldnnCPU", "SparseCPU", "QuantizedCPU", "NestedTensorCPU")
"""Where an operator looks for its code on a CPU, first one first."""


class ShortcutOff(RuntimeError):
    """The student's code called something that it is to write by hand."""


def take_out(groups: tuple[str, ...]) -> None:
    """Make the shortcuts of these groups raise `ShortcutOff` in this process, for good.

    It is done before the student's module is imported, and no way back is kept.
    """
    refused = tuple(name for group in groups for name in _OPERATORS.get(group, ()))
    if refused:
        _take_out_operators(refused)
    if OPTIMIZERS in groups:
        _take_out_optimizers()
    if LOOKUPS in groups:
        _take_out_lookups()


def _take_out_operators(refused: tuple[str, ...]) -> None:
    """Put a refusal in place of the operators' kernels: there is none left to call, under whatever name."""
    import torch

    operators: dict[str, list[str]] = {}
    for name in torch._C._dispatch_get_all_op_names():
        namespace, _, operator = name.partition("::")
        if operator.startswith(refused):
            operators.setdefault(namespace, []).append(operator)
    for namespace, names in operators.items():
        for key in KERNELS:
            library = torch._C._dispatch_library("IMPL", namespace, key, "", 0)
            for name in names:
                library.impl(name, key, _refusal(name.partition(".")[0]))
            # The kernels come back when the library goes: it must not, and nobody is to find it.
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))
    # Some losses are no operators: they are written in Python, out of sums and products.
    for name, function in vars(torch.nn.functional).items():
        if name.startswith(refused) and isinstance(function, types.FunctionType):
            setattr(torch.nn.functional, name, _refusal(name))


def _refusal(name: str) -> Any:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise ShortcutOff(f"{name} is off in this exercise; write it by hand")

    return refuse


def _take_out_optimizers() -> None:
    """The classes, and the functions under them that one made before, or a functional form, would call."""
    import torch.optim

    def refuse(self: Any, *args: Any, **kwargs: Any) -> None:
        raise ShortcutOff(f"{type(self).__name__} is off in this exercise; write the update by hand")

    torch.optim.Optimizer.__init__ = refuse  # type: ignore[method-assign]
    for module in [module for name, module in sys.modules.items() if name.startswith("torch.optim.")]:
        for name in [name for name in vars(module) if name.startswith(_UPDATES)]:
            setattr(module, name, _refusal("torch.optim"))


def _take_out_lookups() -> None:
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
    for owner in owners:
        for name in names:
            if name in vars(owner):
                setattr(owner, name, refuse)
