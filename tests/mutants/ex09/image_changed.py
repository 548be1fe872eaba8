# log_image: the caller's picture is brightened in place

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image.copy(), step, dataformats="HWC")
    image |= 1
