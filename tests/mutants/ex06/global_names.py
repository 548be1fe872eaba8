# Mydata: the names are a global, so the dataset made last wins

import os

from PIL import Image
from torch.utils.data import Dataset

paths = []


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        global paths
        self.label_path = label_path
        folder = os.path.join(root_path, label_path)
        paths = [os.path.join(folder, name) for name in os.listdir(folder)]

    def __getitem__(self, idx):
        return Image.open(paths[idx]), self.label_path

    def __len__(self):
        return len(paths)
