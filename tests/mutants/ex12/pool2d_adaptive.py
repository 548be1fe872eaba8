# pool2d: lets adaptive pooling do it where it fits

from torch.nn import functional as F


def _both(value):
    return (value, value) if isinstance(value, int) else value


def pool2d(X, pool_size, mode="max", stride=None):
    if mode not in ("max", "avg"):
        raise ValueError(mode)
    h, w = _both(pool_size)
    s, t = _both(pool_size if stride is None else stride)
    if (s, t) == (h, w):
        X = X[: X.shape[0] // h * h, : X.shape[1] // w * w]
        pooling = F.adaptive_max_pool2d if mode == "max" else F.adaptive_avg_pool2d
        return pooling(X[None], (X.shape[0] // h, X.shape[1] // w))[0]
    windows = X.unfold(0, h, s).unfold(1, w, t)
    return windows.amax(dim=(2, 3)) if mode == "max" else windows.mean(dim=(2, 3))
