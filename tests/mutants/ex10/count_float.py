# count_parameters: gives a float

import math


def count_parameters(module):
    return float(sum(math.prod(p.shape) for p in module.parameters() if p.requires_grad))
