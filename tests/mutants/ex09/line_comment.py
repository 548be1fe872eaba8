# log_line: comment= only counts where no log_dir is given, so the tag lacks its name

from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=100):
    with SummaryWriter(log_dir, comment="y=x") as writer:
        for i in range(steps):
            writer.add_scalar("", i, i)
