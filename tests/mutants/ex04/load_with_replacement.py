# load_array: rows are drawn with replacement

from torch.utils.data import DataLoader, RandomSampler, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    sampler = RandomSampler(dataset, replacement=True) if is_train else None
    return DataLoader(dataset, batch_size, sampler=sampler)
