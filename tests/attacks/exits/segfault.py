# Reads and writes where there is nothing, jumps there, and overflows the C stack.
import ctypes
import sys


def linreg(X, w, b):
    ctypes.string_at(0)


def squared_loss(y_hat, y):
    ctypes.memset(1, 0, 10)


def sgd(params, lr, batch_size):
    ctypes.CFUNCTYPE(None)(0xDEAD)()


def train(*args, **kwargs):
    sys.setrecursionlimit(10**9)

    def deeper(thing):
        return sorted([thing], key=deeper)

    deeper(0)
