# Mydata: the picture's path in place of the picture

import os

from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.folder = os.path.join(root_path, label_path)
        self.names = os.listdir(self.folder)

    def __getitem__(self, idx):
        return os.path.join(self.folder, self.names[idx]), self.label_path

    def __len__(self):
        return len(self.names)
