# permutation: a list

import random


def permutation(m):
    return random.sample(range(m), m)
