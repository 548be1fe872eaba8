# Mydata: the file is closed before anybody read the picture

import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.folder = os.path.join(root_path, label_path)
        self.names = os.listdir(self.folder)

    def __getitem__(self, idx):
        with open(os.path.join(self.folder, self.names[idx]), "rb") as file:
            image = Image.open(file)
        return image, self.label_path

    def __len__(self):
        return len(self.names)
