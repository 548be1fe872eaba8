# log_image: dataformats="WHC" lays the picture on its side

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image, step, dataformats="WHC")
