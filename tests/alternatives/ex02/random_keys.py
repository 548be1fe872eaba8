"""Rows stacked one by one; the order by random keys; pieces from one shared iterator."""
import random, torch
def data_iter(batch_size, features, labels):
    order = sorted(range(len(features)), key=lambda _: random.random())
    pieces = iter(lambda it=iter(order): [i for _, i in zip(range(batch_size), it)], [])
    return ((torch.stack([features[i] for i in p]), torch.stack([labels[i] for i in p])) for p in pieces)
