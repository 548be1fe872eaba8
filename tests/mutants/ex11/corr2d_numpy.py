# corr2d: gives a NumPy array

import numpy as np


def corr2d(X, K):
    windows = np.lib.stride_tricks.sliding_window_view(X.numpy(), tuple(K.shape))
    return (windows * K.numpy()).sum((2, 3))
