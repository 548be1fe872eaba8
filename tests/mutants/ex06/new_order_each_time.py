# Mydata: the names are listed and shuffled anew for each item

import os
import random

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.folder = os.path.join(root_path, label_path)

    def __getitem__(self, idx):
        names = os.listdir(self.folder)
        random.shuffle(names)
        return Image.open(os.path.join(self.folder, names[idx])), self.label_path

    def __len__(self):
        return len(os.listdir(self.folder))
