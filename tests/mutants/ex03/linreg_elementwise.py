# linreg: `*` instead of the matrix product


def linreg(X, w, b):
    return X * w.T + b
