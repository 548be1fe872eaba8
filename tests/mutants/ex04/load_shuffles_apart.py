# load_array: each tensor has an order of its own

import torch
from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    if is_train:
        data_arrays = [array[torch.randperm(len(array))] for array in data_arrays]
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
