# log_graph: the writer is never closed

from torch.utils.tensorboard import SummaryWriter


def log_graph(log_dir, model, example):
    writer = SummaryWriter(log_dir)
    writer.add_graph(model, example)
