# Arrays of texts, dates, records and objects; of a dtype that names itself otherwise; of other byte orders.
import numpy as np


def linreg(X, w, b):
    return np.array(["a", "b"])


def squared_loss(y_hat, y):
    return np.zeros(3, dtype=[("a", "f4"), ("b", "O")])


def train(*args, **kwargs):
    return np.array(["2020-01-01"], "M8[s]"), np.zeros(3, ">f4"), np.zeros((0, 3), "V8")
