# log_batches: the writer is never closed

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    writer = SummaryWriter(log_dir)
    for step, (images, _) in enumerate(loader):
        writer.add_images(tag, images, step)
