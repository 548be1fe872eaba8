# log_line: the tag has blanks in it

from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=100):
    with SummaryWriter(log_dir) as writer:
        for i in range(steps):
            writer.add_scalar("y = x", i, i)
