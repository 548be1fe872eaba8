# log_image: channels are turned round, as for OpenCV

from torch.utils.tensorboard import SummaryWriter


def log_image(log_dir, tag, image, step):
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image[:, :, ::-1].copy(), step, dataformats="HWC")
