# log_image: the writer is never closed

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    writer = SummaryWriter(log_dir)
    writer.add_image(tag, image, step, dataformats="HWC")
