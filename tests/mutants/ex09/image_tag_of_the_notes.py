# log_image: the notes' tag is typed in

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image("ants", image, step, dataformats="HWC")
