# log_image: .T swaps rows and columns too

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image.T, step)
