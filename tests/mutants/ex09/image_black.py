# log_image: divided by 255, but still taken for uint8

import numpy as np
from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, (image / 255).astype(np.uint8), step, dataformats="HWC")
