# Mydata: the class does not derive from Dataset

import os

from PIL import Image


class Mydata:
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.folder = os.path.join(root_path, label_path)
        self.names = os.listdir(self.folder)

    def __getitem__(self, idx):
        return Image.open(os.path.join(self.folder, self.names[idx])), self.label_path

    def __len__(self):
        return len(self.names)
