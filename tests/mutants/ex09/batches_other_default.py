# log_batches: the notes' tag as the default

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="DataLoader_32"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader):
            writer.add_images(tag, images, step)
