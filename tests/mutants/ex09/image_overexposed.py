# log_image: floats up to 255 are multiplied by 255 again

import numpy as np
from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image.astype(np.float32), step, dataformats="HWC")
