# load_array: the order is drawn when the loader is made

import torch
from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    if is_train:
        order = torch.randperm(len(data_arrays[0]))
        data_arrays = [array[order] for array in data_arrays]
    return DataLoader(TensorDataset(*data_arrays), batch_size)
