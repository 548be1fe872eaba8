# load_array: is_train is off by default

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=False):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
