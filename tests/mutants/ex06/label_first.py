# Mydata: the pair stands the wrong way round

import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.folder = os.path.join(root_path, label_path)
        self.names = os.listdir(self.folder)

    def __getitem__(self, idx):
        return self.label_path, Image.open(os.path.join(self.folder, self.names[idx]))

    def __len__(self):
        return len(self.names)
