"""torch.randperm, cut by split."""

from torch import Tensor, randperm


def data_iter(batch_size: int, features: Tensor, labels: Tensor):
    for batch in randperm(features.size(0)).split(batch_size):
        yield features[batch], labels[batch]
