# load_array: there is no loader

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    return TensorDataset(*data_arrays)
