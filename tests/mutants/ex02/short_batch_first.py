# data_iter: the left-over examples come first

import random

import torch


def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    cut = len(indices) % batch_size
    pieces = [indices[:cut]] if cut else []
    pieces += [indices[i : i + batch_size] for i in range(cut, len(indices), batch_size)]
    for piece in pieces:
        yield features[torch.tensor(piece)], labels[torch.tensor(piece)]
