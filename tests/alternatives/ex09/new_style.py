"""Scalars in the new style, a batch of one picture, the pictures of a batch in one row, a clone of the model."""

import copy
import warnings
from contextlib import closing

import numpy as np
from torch.utils.tensorboard import SummaryWriter as Writer


def log_line(log_dir, steps=100):
    with closing(Writer(log_dir, max_queue=1)) as writer:
        for i in range(steps):
            writer.add_scalar("y=x", np.float32(i), i, new_style=True)


def log_image(log_dir, tag, image, step):
    with closing(Writer(log_dir)) as writer:
        writer.add_images(tag, image[None], step, dataformats="NHWC")


def log_batches(log_dir, loader, tag="batch"):
    with closing(Writer(log_dir)) as writer:
        for step, batch in enumerate(loader):
            row = np.concatenate([image.numpy() for image in batch[0]], axis=2)
            writer.add_image(tag, np.round(255 * row).astype(np.uint8), step)


def log_graph(log_dir, model, example):
    with warnings.catch_warnings(), closing(Writer(log_dir)) as writer:
        warnings.simplefilter("ignore")
        writer.add_graph(copy.deepcopy(model).eval(), example.clone())
