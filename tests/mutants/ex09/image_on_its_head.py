# log_image: rows are turned round, as for a plot whose y-axis points up

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image[::-1].copy(), step, dataformats="HWC")
