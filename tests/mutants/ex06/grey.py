# Mydata: every picture becomes grey

import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.folder = os.path.join(root_path, label_path)
        self.names = os.listdir(self.folder)

    def __getitem__(self, idx):
        return Image.open(os.path.join(self.folder, self.names[idx])).convert("L"), self.label_path

    def __len__(self):
        return len(self.names)
