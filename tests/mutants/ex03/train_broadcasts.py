# train: an own loss that forgets the shape of the labels, so flat labels broadcast to n × n

import torch


def train(features, labels, data_iter, lr=0.03, num_epochs=3, batch_size=10):
    w = torch.normal(0, 0.01, size=(features.shape[1], 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            ((X @ w + b - y) ** 2 / 2).sum().backward()
            sgd([w, b], lr, batch_size)
        with torch.no_grad():
            losses.append(float(((features @ w + b - labels) ** 2 / 2).mean()))
    return w, b, losses
