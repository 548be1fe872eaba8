# log_batches: the tag is typed in

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader):
            writer.add_images("batch", images, step)
