# Threads that are no daemons and never end, started at import, while the functions answer at once.
import threading
import time


def forever():
    while True:
        time.sleep(0.01)


for _ in range(20):
    threading.Thread(target=forever).start()


def linreg(X, w, b):
    return X * 0
