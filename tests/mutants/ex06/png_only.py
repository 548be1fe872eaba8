# Mydata: only files that end in .png are found

import glob
import os

from PIL import Image
from torch.utils.data import Dataset


class Mydata(Dataset):
    def __init__(self, root_path, label_path):
        self.label_path = label_path
        self.paths = sorted(glob.glob(os.path.join(root_path, label_path, "*.png")))

    def __getitem__(self, idx):
        return Image.open(self.paths[idx]), self.label_path

    def __len__(self):
        return len(self.paths)
