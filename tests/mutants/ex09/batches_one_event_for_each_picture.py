# log_batches: each picture is an event of its own

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    step = 0
    with SummaryWriter(log_dir) as writer:
        for images, _ in loader:
            for image in images:
                writer.add_image(tag, image, step)
                step += 1
