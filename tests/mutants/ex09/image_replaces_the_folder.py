# log_image: what was in the folder before is deleted

import shutil

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    shutil.rmtree(log_dir, ignore_errors=True)
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image, step, dataformats="HWC")
