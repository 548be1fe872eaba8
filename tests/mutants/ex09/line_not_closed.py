# log_line: the writer is never closed

from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=100):
    writer = SummaryWriter(log_dir)
    for i in range(steps):
        writer.add_scalar("y=x", i, i)
