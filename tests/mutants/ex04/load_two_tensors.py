# load_array: exactly two tensors are taken

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    X, y = data_arrays
    return DataLoader(TensorDataset(X, y), batch_size, shuffle=is_train)
