# log_image: the notes' step is typed in

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image, global_step=1, dataformats="HWC")
