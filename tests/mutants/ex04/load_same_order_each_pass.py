# load_array: one order is drawn and kept

import random

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    order = random.sample(range(len(dataset)), len(dataset)) if is_train else range(len(dataset))
    return DataLoader(dataset, batch_size, sampler=order)
