# log_line: del does not close a writer

from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=100):
    writer = SummaryWriter(log_dir, flush_secs=60)
    for i in range(steps):
        writer.add_scalar("y=x", i, i)
    del writer
