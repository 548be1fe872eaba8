# load_array: all but the first two tensors are dropped

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(data_arrays[0], data_arrays[-1]), batch_size, shuffle=is_train)
