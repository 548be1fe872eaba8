# log_image: the step becomes part of the tag

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(f"{tag}/{step}", image, step, dataformats="HWC")
