# Recursion in Python without a limit.
import sys
import threading

sys.setrecursionlimit(2**31 - 1)


def deeper(number):
    return deeper(number + 1) + deeper(number + 2)


def linreg(X, w, b):
    return deeper(0)


def squared_loss(y_hat, y):
    threading.stack_size(512 * 2**20)
    thread = threading.Thread(target=deeper, args=(0,))
    thread.start()
    thread.join()


def sgd(params, lr, batch_size):
    raise RecursionError
