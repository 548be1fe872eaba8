# log_line: the notes' folder is typed in

from torch.utils.tensorboard import SummaryWriter


def log_line(log_dir, steps=100):
    with SummaryWriter("log") as writer:
        for i in range(steps):
            writer.add_scalar("y=x", i, i)
