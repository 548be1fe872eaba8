# log_image: the mean of the channels is shown

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image.mean(axis=2) / 255, step, dataformats="HW")
