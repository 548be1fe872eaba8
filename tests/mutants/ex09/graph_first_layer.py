# log_graph: only the first layer is drawn

from torch.utils.tensorboard import SummaryWriter


def log_graph(log_dir, model, example):
    with SummaryWriter(log_dir) as writer:
        writer.add_graph(next(model.children()), example)
