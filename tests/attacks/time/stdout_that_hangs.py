# Standard output is an object whose flush never comes back.
import sys
import time


class Hangs:
    def write(self, text):
        return len(text)

    def flush(self):
        time.sleep(1000)


def sgd(params, lr, batch_size):
    sys.stdout = Hangs()
