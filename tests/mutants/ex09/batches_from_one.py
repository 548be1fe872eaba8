# log_batches: counting starts at 1

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader, 1):
            writer.add_images(tag, images, step)
