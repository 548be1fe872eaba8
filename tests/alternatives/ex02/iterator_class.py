"""A class with __iter__ and __next__ in place of a generator."""

import random


class data_iter:
    def __init__(self, batch_size, features, labels):
        self.batch_size, self.features, self.labels = batch_size, features, labels
        self.left = random.sample(range(len(features)), len(features))

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        batch, self.left = self.left[: self.batch_size], self.left[self.batch_size :]
        return self.features[batch], self.labels[batch]
