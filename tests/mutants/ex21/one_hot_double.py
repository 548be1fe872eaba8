# one_hot: NumPy's float64
import numpy as np


def one_hot(vocabulary, data):
    return np.eye(len(vocabulary) + 1)[[vocabulary.index(word) + 1 if word in vocabulary else 0 for word in data]]
