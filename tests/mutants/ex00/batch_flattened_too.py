# flatten_batch: everything in one dimension

from torch import nn


def flatten_batch(images):
    return nn.Flatten(start_dim=0)(images)
