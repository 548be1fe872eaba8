# Mydata: a dict of names raises KeyError past the end, which no for loop takes for its end

import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.folder = os.path.join(root_path, label_path)
        self.names = dict(enumerate(os.listdir(self.folder)))

    def __getitem__(self, idx):
        return Image.open(os.path.join(self.folder, self.names[idx])), self.label_path

    def __len__(self):
        return len(self.names)
