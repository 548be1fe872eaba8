# All bytes there are, in no encoding, halves of letters and nulls among them.
import os


def linreg(X, w, b):
    os.write(1, bytes(range(256)) * 20 + "ä".encode()[:1] + b"\0" * 1000 + b"\xed\xa0\x80")
    os.write(2, b"\xff\xfe\xfd")
    return X * 0


def squared_loss(y_hat, y):
    raise ValueError("\0\x01\ud800\uffff\udfff" * 20)
