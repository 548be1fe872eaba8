# log_graph: without an example there is nothing to follow through the model

from torch.utils.tensorboard import SummaryWriter


def log_graph(log_dir, model, example):
    with SummaryWriter(log_dir) as writer:
        writer.add_graph(model)
