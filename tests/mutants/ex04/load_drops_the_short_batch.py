# load_array: what is left over is dropped

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train, drop_last=True)
