"""torchvision's grids with lines between the pictures, floats for the picture, flush instead of close."""

import numpy as np
import torch
from torch.utils import tensorboard
from torchvision.utils import make_grid


def log_line(log_dir, steps=100):
    writer = tensorboard.SummaryWriter(log_dir=log_dir)
    for value in torch.arange(steps, dtype=torch.float32):
        writer.add_scalar(tag="y=x", scalar_value=value, global_step=int(value))
    writer.flush()


def log_image(log_dir, tag, image, step):
    writer = tensorboard.SummaryWriter(log_dir=log_dir)
    writer.add_image(tag, image.astype(np.float64) / 255, step, dataformats="HWC")
    writer.flush()


def log_batches(log_dir, loader, tag="batch"):
    writer = tensorboard.SummaryWriter(log_dir=log_dir)
    batches = iter(loader)
    for step in range(len(loader)):
        images, _ = next(batches)
        writer.add_image(tag, make_grid(images, nrow=4, padding=1, pad_value=0.5, normalize=True), step)
    writer.flush()


def log_graph(log_dir, model, example):
    writer = tensorboard.SummaryWriter(log_dir=log_dir)
    writer.add_graph(model, (example,), verbose=False)
    writer.flush()
