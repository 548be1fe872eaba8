"""torchvision's own loader, and a dataset that is a list of places in a Subset-like way."""

import os

from torch.utils.data import Dataset
from torchvision.datasets.folder import default_loader


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        (folder, _, files), *_ = os.walk(os.path.join(root_path, label_path))
        self.samples = [(os.path.join(folder, file), label_path) for file in files]

    def __getitem__(self, idx):
        path, target = self.samples[idx]
        return default_loader(path), target

    def __len__(self):
        return len(self.samples)


class Both(Dataset):
    def __init__(self, first, second):
        self.places = [(first, i) for i in range(len(first))] + [(second, i) for i in range(len(second))]

    def __getitem__(self, idx):
        part, place = self.places[idx]
        return part[place]

    def __len__(self):
        return len(self.places)


merge = lambda first, second: Both(first, second)  # noqa: E731
