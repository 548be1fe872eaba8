# log_batches: only the first batch

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    images, _ = next(iter(loader))
    with SummaryWriter(log_dir) as writer:
        writer.add_images(tag, images, 0)
