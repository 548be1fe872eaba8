# log_graph: events go to a folder below log_dir

from torch.utils.tensorboard import SummaryWriter


def log_graph(log_dir, model, example):
    with SummaryWriter(f"{log_dir}/graph") as writer:
        writer.add_graph(model, example)
