# log_batches: each batch has a tag of its own

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader):
            writer.add_images(f"{tag}{step}", images, step)
