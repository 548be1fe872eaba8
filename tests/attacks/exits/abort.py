# Aborts, after taking the handler away.
import os
import signal


def linreg(X, w, b):
    signal.signal(signal.SIGABRT, signal.SIG_IGN)
    os.abort()


def squared_loss(y_hat, y):
    os.abort()
