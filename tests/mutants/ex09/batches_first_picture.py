# log_batches: only the first picture of each batch

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader):
            writer.add_image(tag, images[0], step)
