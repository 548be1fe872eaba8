# Mydata: the list of names stands in the class, so two datasets share it

import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    paths = []

    def __init__(self, root_path, label_path):
        self.label_path = label_path
        folder = os.path.join(root_path, label_path)
        self.paths.extend(os.path.join(folder, name) for name in os.listdir(folder))

    def __getitem__(self, idx):
        return Image.open(self.paths[idx]), self.label_path

    def __len__(self):
        return len(self.paths)
