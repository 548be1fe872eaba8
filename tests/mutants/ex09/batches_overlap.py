# log_batches: the pictures of a batch are laid over each other

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader):
            writer.add_image(tag, images.mean(dim=0), step)
