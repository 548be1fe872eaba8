# load_array: only the first tensor and the last one are taken

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(data_arrays[0], data_arrays[-1]), batch_size, shuffle=is_train)
