# Mydata: the bare name is opened, without its folder

import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.names = os.listdir(os.path.join(root_path, label_path))

    def __getitem__(self, idx):
        return Image.open(self.names[idx]), self.label_path

    def __len__(self):
        return len(self.names)
