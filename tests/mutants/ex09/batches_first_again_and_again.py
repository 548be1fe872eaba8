# log_batches: the loader starts anew at each step

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step in range(len(loader)):
            images, _ = next(iter(loader))
            writer.add_images(tag, images, step)
