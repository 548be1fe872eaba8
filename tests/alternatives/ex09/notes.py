"""The notes' way: a writer, add_…, close; a counter for the steps; the picture moved to (C, H, W)."""

import torch
from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=100):
    writer = SummaryWriter(log_dir)
    for i in range(steps):
        writer.add_scalar("y=x", i, i)
    writer.close()


def log_image(log_dir, tag, image, step):
    writer = SummaryWriter(log_dir)
    img = torch.tensor(image).permute(2, 0, 1)
    writer.add_image(tag, img, global_step=step)
    writer.close()


def log_batches(log_dir, loader, tag="batch"):
    writer = SummaryWriter(log_dir)
    step = 0
    for data in loader:
        imgs, labels = data
        writer.add_images(tag, imgs, step)
        step += 1
    writer.close()


def log_graph(log_dir, model, example):
    writer = SummaryWriter(log_dir)
    writer.add_graph(model, example)
    writer.close()
