# random_crop: rows and columns are drawn one by one, so they do not stand together

import numpy as np
import torch
from PIL import Image
from torchvision import transforms


def random_crop(image, size):
    if isinstance(image, Image.Image):
        return transforms.RandomCrop(tuple(size), pad_if_needed=True, padding_mode="edge")(image)
    rows = torch.from_numpy(np.sort(np.random.randint(0, image.shape[1], size[0])))
    columns = torch.from_numpy(np.sort(np.random.randint(0, image.shape[2], size[1])))
    return image[:, rows][:, :, columns]
