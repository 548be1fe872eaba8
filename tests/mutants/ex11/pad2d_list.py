# pad2d: gives nested lists


def pad2d(X, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    width = X.shape[1] + 2 * h
    rows = [[0.0] * h + row + [0.0] * h for row in X.tolist()]
    return [[0.0] * width] * v + rows + [[0.0] * width] * v
