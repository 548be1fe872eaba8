# log_image: divided by the largest value of the picture

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, (image - image.min()) / (image.max() / 2), step, dataformats="HWC")
