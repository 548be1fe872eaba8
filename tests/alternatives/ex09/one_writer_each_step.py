"""A writer for each event, and one helper that closes them all."""

import torch
from torch.utils.tensorboard import SummaryWriter


def _write(log_dir, method, *args, **kwargs):
    with SummaryWriter(str(log_dir)) as writer:
        getattr(writer, method)(*args, **kwargs)


def log_line(log_dir, steps=100):
    for i in range(steps):
        _write(log_dir, "add_scalar", "y=x", i, i)


def log_image(log_dir, tag, image, step):
    pixels = torch.from_numpy(image.transpose(2, 0, 1).copy())
    _write(log_dir, "add_image", tag, pixels, step)


def log_batches(log_dir, loader, tag="batch"):
    for step, (images, *_) in enumerate(loader):
        columns = torch.cat(list(images), dim=1)
        _write(log_dir, "add_image", tag, columns, step)


def log_graph(log_dir, model, example):
    was_training = model.training
    model.eval()
    try:
        _write(log_dir, "add_graph", model, input_to_model=example[:1])
    finally:
        model.train(was_training)
