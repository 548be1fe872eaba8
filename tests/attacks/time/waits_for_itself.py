# Locks twice, joins itself, reads from a pipe that nobody writes to.
import os
import threading

lock = threading.Lock()


def linreg(X, w, b):
    return X * 0


def sgd(params, lr, batch_size):
    if len(params[0]) > 2:
        lock.acquire()
        lock.acquire()
    readable, _ = os.pipe()
    os.read(readable, 1)
