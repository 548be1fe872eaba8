# load_array: the tuple is not unpacked

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(data_arrays), batch_size, shuffle=is_train)
