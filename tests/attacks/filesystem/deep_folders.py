# Folders within folders, five thousand deep: more than a path or a recursion holds.
import os

for _ in range(5000):
    try:
        os.mkdir("d" * 50)
        os.chdir("d" * 50)
    except OSError as error:
        print(type(error).__name__)
        break


def linreg(X, w, b):
    return X * 0
