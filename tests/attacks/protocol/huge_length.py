# A length of four gigabytes, and of none at all.
import os


def linreg(X, w, b):
    os.write(3, b"\xff\xff\xff\xff" + b"x" * 100)


def squared_loss(y_hat, y):
    os.write(3, b"\0\0\0\0")


def sgd(params, lr, batch_size):
    os.write(3, b"\0\0\0\1\xc1")
