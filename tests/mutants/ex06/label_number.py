# Mydata: ants are 0 and all else is 1, instead of the label's own text

import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label = 0 if label_path == "ants" else 1
        self.folder = os.path.join(root_path, label_path)
        self.names = os.listdir(self.folder)

    def __getitem__(self, idx):
        return Image.open(os.path.join(self.folder, self.names[idx])), self.label

    def __len__(self):
        return len(self.names)
