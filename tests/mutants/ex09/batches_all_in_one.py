# log_batches: all batches in one event

import torch
from torch.utils.tensorboard import SummaryWriter


def log_batches(log_dir, loader, tag="batch"):
    with SummaryWriter(log_dir) as writer:
        writer.add_images(tag, torch.cat([images for images, _ in loader]), 0)
