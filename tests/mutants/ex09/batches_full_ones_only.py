# log_batches: a last batch that is shorter is left out

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader):
            if len(images) == loader.batch_size:
                writer.add_images(tag, images, step)
