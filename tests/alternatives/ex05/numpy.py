"""NumPy inside, in float64."""

import numpy as np
import torch


def softmax(logits):
    scores = logits.detach().numpy().astype(np.float64)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return torch.from_numpy(powers / powers.sum(axis=-1, keepdims=True)).float()


def hypothesis(theta, X):
    return softmax(torch.from_numpy(X.numpy() @ theta.numpy().T))


def cross_entropy(logits, y):
    scores, labels = logits.numpy().astype(np.float64), np.asarray(y)
    most = scores.max(1)
    losses = most + np.log(np.exp(scores - most[:, np.newaxis]).sum(1)) - np.sum(labels * scores, axis=1)
    return torch.tensor(losses, dtype=torch.float32)


def accuracy(logits, labels):
    return float(np.mean(logits.numpy().argmax(1) == labels.numpy()))
