# merge: it looks into Mydata's insides, so other datasets do not work

import copy
import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        folder = os.path.join(root_path, label_path)
        self.items = [(os.path.join(folder, name), label_path) for name in sorted(os.listdir(folder))]

    def __getitem__(self, idx):
        path, label = self.items[idx]
        return Image.open(path), label

    def __len__(self):
        return len(self.items)


def merge(first, second):
    both = copy.copy(first)
    both.items = first.items + second.items
    return both
