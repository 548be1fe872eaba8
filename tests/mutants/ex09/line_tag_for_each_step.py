# log_line: each point has a tag of its own

from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=100):
    with SummaryWriter(log_dir) as writer:
        for i in range(steps):
            writer.add_scalar(f"y=x/{i}", i, i)
