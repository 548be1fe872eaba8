# log_batches: each picture of a batch is an event at the batch's step

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader):
            for image in images:
                writer.add_image(tag, image, step)
