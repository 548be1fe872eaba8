"""All pictures are in memory from the start; the merged set holds the items themselves."""

import os

import torch
from PIL import Image


class Mydata(torch.utils.data.Dataset):
    def __init__(self, root_path: str, label_path: str) -> None:
        super().__init__()
        self._items = []
        for entry in os.scandir(f"{root_path}/{label_path}"):
            image = Image.open(entry.path)
            image.load()
            self._items.append([image, label_path])

    def __getitem__(self, idx: int):
        return self._items[idx]

    def __len__(self) -> int:
        return len(self._items)


class Listed(torch.utils.data.Dataset):
    def __init__(self, items):
        self.items = items

    def __getitem__(self, idx):
        return self.items[idx]

    def __len__(self):
        return len(self.items)


def merge(first, second):
    return Listed([part[i] for part in (first, second) for i in range(len(part))])
