# pad2d: repeats the edge in place of zeros


def pad2d(X, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    rows = [0] * v + list(range(X.shape[0])) + [X.shape[0] - 1] * v
    columns = [0] * h + list(range(X.shape[1])) + [X.shape[1] - 1] * h
    return X[rows][:, columns]
