# Mydata: root and label are glued together without a separator

import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.folder = root_path + label_path
        self.names = os.listdir(self.folder)

    def __getitem__(self, idx):
        return Image.open(self.folder + "/" + self.names[idx]), self.label_path

    def __len__(self):
        return len(self.names)
