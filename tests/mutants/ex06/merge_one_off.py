# merge: the first item of second is skipped, the last one asked for twice

from torch.utils.data import Dataset


class Both(Dataset):
    def __init__(self, first, second):
        self.first, self.second = first, second

    def __getitem__(self, idx):
        if idx < len(self.first):
            return self.first[idx]
        return self.second[min(idx - len(self.first) + 1, len(self.second) - 1)]

    def __len__(self):
        return len(self.first) + len(self.second)


def merge(first, second):
    return Both(first, second)
