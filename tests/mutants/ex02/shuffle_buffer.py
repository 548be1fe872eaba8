# data_iter: the order is drawn among the next few examples only

import random

import torch


def data_iter(batch_size, features, labels):
    waiting, order = [], []
    for index in range(len(features)):
        waiting.append(index)
        if len(waiting) > batch_size:
            order.append(waiting.pop(random.randrange(len(waiting))))
    random.shuffle(waiting)
    order += waiting
    for start in range(0, len(order), batch_size):
        batch = torch.tensor(order[start : start + batch_size])
        yield features[batch], labels[batch]
