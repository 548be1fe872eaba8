# One line without an end, in text that takes four bytes a letter.
import sys


def squared_loss(y_hat, y):
    while True:
        sys.stdout.write("\U0001f600" * 10_000)
