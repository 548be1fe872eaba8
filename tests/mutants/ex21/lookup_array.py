# lookup: rows of different length make no array
import numpy as np


def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    numbers = {word: index for index, word in enumerate(vocabulary, 1)}
    words = np.array(data)
    return np.vectorize(lambda word: numbers.get(word, 0))(words).tolist()
