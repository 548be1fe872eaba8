# linreg: b.item() is a number, so no gradient reaches b


def linreg(X, w, b):
    return X @ w + b.item()
