# Closes its end and goes on living: nobody would wait for it.
import os
import time


def sgd(params, lr, batch_size):
    os.close(3)
    time.sleep(1000)
