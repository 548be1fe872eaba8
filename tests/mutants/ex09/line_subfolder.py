# log_line: events go to a folder below log_dir

import os

from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=100):
    with SummaryWriter(os.path.join(log_dir, "line")) as writer:
        for i in range(steps):
            writer.add_scalar("y=x", i, i)
