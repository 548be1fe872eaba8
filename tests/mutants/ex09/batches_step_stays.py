# log_batches: step += 1 is forgotten

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    step = 0
    with SummaryWriter(log_dir) as writer:
        for images, _ in loader:
            writer.add_images(tag, images, step)
