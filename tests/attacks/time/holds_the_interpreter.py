# C code that holds the interpreter's lock and looks at no signal: sums, powers, matches, sorting.
import re


def linreg(X, w, b):
    re.match(r"(a|a|aa)*$", "a" * 60 + "b")


def sgd(params, lr, batch_size):
    7 ** (7**9)
