# SystemExit with 0, with a text and with an object, at import of a function and as it is called.
import sys


def linreg(X, w, b):
    sys.exit(0)


def squared_loss(y_hat, y):
    raise SystemExit("10 of 10 points")


def sgd(params, lr, batch_size):
    quit()


def train(*args, **kwargs):
    raise SystemExit(object())
