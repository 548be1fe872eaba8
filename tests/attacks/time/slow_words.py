# The text of its exception, the name of its class and the repr of its result take minutes.
import time


class Slow(Exception):
    def __str__(self):
        time.sleep(1000)
        return "slow"

    __repr__ = __str__


def sgd(params, lr, batch_size):
    raise Slow
