# load_array: whole batches change places

import random

from torch.utils.data import DataLoader, TensorDataset


def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    if not is_train:
        return DataLoader(dataset, batch_size)

    class Blocks:
        def __iter__(self):
            starts = list(range(0, len(dataset), batch_size))
            if len(dataset) % batch_size:
                last = starts.pop()
            random.shuffle(starts)
            if len(dataset) % batch_size:
                starts.append(last)
            for start in starts:
                yield list(range(start, min(start + batch_size, len(dataset))))

        def __len__(self):
            return -(-len(dataset) // batch_size)

    return DataLoader(dataset, batch_sampler=Blocks())
