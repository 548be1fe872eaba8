# Objects that become another array each time they are asked: __array__, __array_interface__, __dlpack__, buffers.
import torch


class Chameleon:
    asked = 0

    def __array__(self, *args, **kwargs):
        import numpy as np

        Chameleon.asked += 1
        return np.full((5, 1), Chameleon.asked, np.float32)

    @property
    def __array_interface__(self):
        return {"shape": (5, 1), "typestr": "<f4", "version": 3, "data": (1234, False)}

    def __dlpack__(self, **kwargs):
        return object()

    def __dlpack_device__(self):
        return (1, 0)

    def __buffer__(self, flags):
        return memoryview(b"\0" * 20)


def linreg(X, w, b):
    return Chameleon()


def squared_loss(y_hat, y):
    return Chameleon()


def train(*args, **kwargs):
    return Chameleon(), Chameleon(), [Chameleon()]
