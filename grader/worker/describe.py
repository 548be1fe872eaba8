"""`describe(value)`: what a student's function gave back, as plain data, its kind included.

Probes return this where a check is about the kind of a value as much as about its content.
"""

import itertools
import sys
from typing import Any

import numpy as np

from grader.worker import convert

MAX_ITEMS = 2000
MAX_ELEMENTS = 4_000_000


def describe(value: object) -> dict[str, Any]:
    """A dict with `type` and, by kind, `dtype`, `shape`, `array`, `value`, `items`.

    - a torch tensor: type `torch.Tensor`, dtype, shape, array, requires_grad, is_leaf, device
    - a TensorFlow tensor or variable: type `tf.Tensor` or `tf.Variable`, dtype, shape, array
    - a NumPy array or number: type `numpy.ndarray` or `numpy.float32` …, dtype, shape, array
    - bool, int, float, str, None: type and value
    - a list or tuple: type, length, items (each described)
    - a PIL image: type `PIL.Image`, mode, shape `[height, width]`, array
    - anything else: type only
    """
    if convert.is_torch_tensor(value):
        return _torch(value)
    if convert.is_tensorflow_tensor(value):
        return _tensorflow(value)
    if isinstance(value, np.ndarray | np.generic):
        return _numpy(value)
    if value is None:
        return {"type": "None", "value": None}
    for kind in (bool, int, float, str):
        if type(value) is kind:
            return {"type": kind.__name__, "value": value}
    if isinstance(value, list | tuple):
        name = "list" if isinstance(value, list) else "tuple"
        base: Any = list if isinstance(value, list) else tuple
        items = list(itertools.islice(base.__iter__(value), MAX_ITEMS))
        return {"type": name, "length": base.__len__(value), "items": [describe(item) for item in items]}
    if _is_image(value):
        return _image(value)
    return {"type": f"{type(value).__module__}.{type(value).__qualname__}".removeprefix("builtins.")[:200]}


def _torch(tensor: Any) -> dict[str, Any]:
    import torch

    with torch._C.DisableTorchFunctionSubclass():
        seen = {
            "type": "torch.Tensor",
            "dtype": str(tensor.dtype).removeprefix("torch."),
            "shape": [int(size) for size in torch.Tensor.size(tensor)],
            "requires_grad": torch.Tensor.requires_grad.__get__(tensor),  # type: ignore[attr-defined]
            "is_leaf": torch.Tensor.is_leaf.__get__(tensor),  # type: ignore[attr-defined]
            "device": str(torch.Tensor.device.__get__(tensor)),
        }
    if seen["device"] != "meta":
        seen["array"] = convert.torch_array(tensor)
    return seen


def _tensorflow(tensor: Any) -> dict[str, Any]:
    import tensorflow

    name = "tf.Tensor" if isinstance(tensor, tensorflow.Tensor) else "tf.Variable"
    array = np.array(tensor.numpy())
    dtype = str(getattr(tensor.dtype, "name", tensor.dtype))
    seen: dict[str, Any] = {"type": name, "dtype": dtype, "shape": list(array.shape)}
    if array.dtype.kind in "biufc":
        seen["array"] = array
    return seen


def _numpy(value: Any) -> dict[str, Any]:
    array = np.array(np.asarray(value).view(np.ndarray))
    name = "numpy.ndarray" if isinstance(value, np.ndarray) else f"numpy.{array.dtype.name}"
    seen: dict[str, Any] = {"type": name, "dtype": array.dtype.name, "shape": list(array.shape)}
    if array.dtype.kind in "biufc":
        seen["array"] = array
    return seen


def _is_image(value: object) -> bool:
    image = sys.modules.get("PIL.Image")
    return image is not None and isinstance(value, image.Image)


def _image(value: Any) -> dict[str, Any]:
    array = np.array(value)
    return {"type": "PIL.Image", "mode": str(value.mode), "shape": list(array.shape[:2]), "array": array}
