# Children that send signals to the worker without pause, while it answers.
import os
import signal
import time

for number in (signal.SIGUSR1, signal.SIGINT, signal.SIGTERM, signal.SIGWINCH):
    signal.signal(number, lambda *args: None)
worker = os.getpid()
for _ in range(2):
    if os.fork() == 0:
        end = time.time() + 3
        while time.time() < end:
            for number in (signal.SIGUSR1, signal.SIGINT, signal.SIGTERM, signal.SIGWINCH):
                os.kill(worker, number)
        os._exit(0)


def linreg(X, w, b):
    return X * 0
