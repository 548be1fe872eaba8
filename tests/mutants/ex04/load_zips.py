# load_array: the dataset is a list of pairs, not a TensorDataset

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(list(zip(*data_arrays)), batch_size, shuffle=is_train)
