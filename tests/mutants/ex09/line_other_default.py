# log_line: 10 steps unless told otherwise

from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=10):
    with SummaryWriter(log_dir) as writer:
        for i in range(steps):
            writer.add_scalar("y=x", i, i)
