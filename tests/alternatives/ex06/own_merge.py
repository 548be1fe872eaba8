"""glob, an index looked at by hand, and a merged set that only asks for lengths and items."""

import glob
import os

from PIL import Image
from torch.utils.data.dataset import Dataset as Base


class Mydata(Base):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.paths = sorted(glob.glob(os.path.join(root_path, label_path, "*")), reverse=True)

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"{idx} is not in 0 … {len(self) - 1}")
        image = Image.open(self.paths[idx])
        return image if image.mode == "RGB" else image.convert("RGB"), self.label_path


class Merged:
    def __init__(self, *parts):
        self.parts = parts

    def __len__(self):
        return sum(map(len, self.parts))

    def __getitem__(self, idx):
        for part in self.parts:
            if idx < len(part):
                return part[idx]
            idx -= len(part)
        raise IndexError(idx)


def merge(first, second):
    return Merged(first, second)
