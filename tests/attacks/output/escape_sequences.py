# Terminal sequences that clear the screen, set its title, answer back, hide text or make a link, printed and raised.
SEQUENCES = "\x1b[2J\x1b[H\x1b]0;10 of 10\x07\x1b]8;;http://example.org\x1b\\here\x1b]8;;\x1b\\\x1b[6n\x1bP+q\x1b\\\x9b31m\u202e\u2066\x08\r\x7f"


class Evil(Exception):
    pass


Evil.__name__ = "\x1b[32mpassed\x1b[0m"


def linreg(X, w, b):
    print(SEQUENCES)
    raise Evil(SEQUENCES)


def squared_loss(y_hat, y):
    class Odd:
        pass

    Odd.__module__, Odd.__qualname__ = SEQUENCES, SEQUENCES
    return Odd()


exec(compile(f"def sgd(params, lr, batch_size):\n    raise ValueError", "ex03_sgd.py", "exec"))
sgd.__code__ = sgd.__code__.replace(co_name=SEQUENCES, co_qualname=SEQUENCES)
