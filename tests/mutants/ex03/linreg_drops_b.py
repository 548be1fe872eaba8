# linreg: b is left out


def linreg(X, w, b):
    return X @ w
