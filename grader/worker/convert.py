"""From a framework's values to plain data.

Nothing here trusts an object's own word: a Tensor subclass is read through the base class, so what
it says of its shape, its equality or its values does not matter.
"""

import sys
from typing import Any

import numpy as np


def to_plain(item: object) -> object:
    """A plain stand-in for a tensor, array or number of a framework; anything else unchanged."""
    if isinstance(item, np.ndarray):
        return np.array(np.ndarray.view(item, np.ndarray))
    if is_torch_tensor(item):
        return torch_array(item)
    if is_tensorflow_tensor(item):
        return np.array(item.numpy())  # type: ignore[attr-defined]
    return _without_subclass(item)


def _without_subclass(item: object) -> object:
    """A number or text whose class is the student's own, in the class it derives from."""
    if isinstance(item, str):
        return str.__str__(item)[:]
    if isinstance(item, int):
        return int.__int__(item)
    if isinstance(item, float):
        return float.__float__(item)
    return item


def is_torch_tensor(item: object) -> bool:
    """Whether it really is a torch.Tensor, whatever its class says."""
    torch = sys.modules.get("torch")
    return torch is not None and issubclass(type(item), torch.Tensor)


def is_tensorflow_tensor(item: object) -> bool:
    """Whether it is a tensor or variable of TensorFlow."""
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is None:
        return False
    return isinstance(item, tensorflow.Tensor | tensorflow.Variable) or _is_keras_variable(item)


def _is_keras_variable(item: object) -> bool:
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(item, keras.Variable)


def torch_array(tensor: Any) -> np.ndarray:
    """A copy of a tensor's values; a dtype that NumPy lacks becomes float32."""
    import torch

    with torch._C.DisableTorchFunctionSubclass(), torch.no_grad():
        plain = torch.Tensor.detach(tensor)
        if plain.layout != torch.strided:
            plain = torch.Tensor.to_dense(plain)
        plain = torch.Tensor.cpu(torch.Tensor.as_subclass(plain, torch.Tensor))
        if plain.dtype in (torch.bfloat16, torch.float16):
            plain = plain.to(torch.float32)
        return np.array(plain.resolve_conj().resolve_neg().numpy())
