# log_graph: the model is left in training mode

from torch.utils.tensorboard import SummaryWriter


def log_graph(log_dir, model, example):
    model.eval()
    with SummaryWriter(log_dir) as writer:
        writer.add_graph(model, example)
    model.train()
