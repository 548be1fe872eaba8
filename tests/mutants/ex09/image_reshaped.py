# log_image: reshape cuts the pixels into other rows

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    height, width, _ = image.shape
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image.reshape(3, height, width), step)
