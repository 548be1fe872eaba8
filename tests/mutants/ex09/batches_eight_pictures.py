# log_batches: no more than eight pictures of each batch

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader):
            writer.add_images(tag, images[:8], step)
