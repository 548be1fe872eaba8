# merge: all items take the label of the first dataset

from torch.utils.data import Dataset


class Both(Dataset):
    def __init__(self, first, second):
        self.first, self.second = first, second

    def __getitem__(self, idx):
        if idx < len(self.first):
            return self.first[idx]
        return self.second[idx - len(self.first)][0], self.first[0][1]

    def __len__(self):
        return len(self.first) + len(self.second)


def merge(first, second):
    return Both(first, second)
