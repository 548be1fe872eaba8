# C code that holds the interpreter's lock and looks at no signal: sums, powers, matches, sorting.
import re


def sgd(params, lr, batch_size):
    re.match(r"(a|a|aa)*$", "a" * 60 + "b")


def train(*args):
    return 7 ** (7**9)
