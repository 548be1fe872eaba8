# load_array: whole numbers become float32

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*[array.float() for array in data_arrays]), batch_size, shuffle=is_train)
