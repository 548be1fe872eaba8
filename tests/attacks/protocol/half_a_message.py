# Half a message, then silence.
import os
import time


def sgd(params, lr, batch_size):
    os.write(3, b"\0\0\1\0" + b"\x90")
    time.sleep(1000)
