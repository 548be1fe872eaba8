# Uses nearly all of the time of each check, so that the sum of them is long.
import time


def squared_loss(y_hat, y):
    time.sleep(1.3)
    return y_hat


def sgd(params, lr, batch_size):
    time.sleep(1.3)
