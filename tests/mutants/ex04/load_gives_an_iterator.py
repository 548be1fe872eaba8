# load_array: it is used up after one pass

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    return iter(DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train))
