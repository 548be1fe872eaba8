"""A DataLoader's own iterator; a batch is a list of two tensors."""

from torch.utils.data import DataLoader, TensorDataset


def data_iter(batch_size, features, labels):
    return iter(DataLoader(TensorDataset(features, labels), batch_size=batch_size, shuffle=True))
