# log_graph: the model's description as text instead of its graph

from torch.utils.tensorboard import SummaryWriter


def log_graph(log_dir, model, example):
    with SummaryWriter(log_dir) as writer:
        writer.add_text("graph", str(model))
