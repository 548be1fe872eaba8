# log_batches: the step is the number of pictures so far

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    seen = 0
    with SummaryWriter(log_dir) as writer:
        for images, _ in loader:
            writer.add_images(tag, images, seen)
            seen += len(images)
