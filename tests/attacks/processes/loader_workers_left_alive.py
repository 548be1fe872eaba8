# A DataLoader with persistent workers that nobody ends.
import torch
from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.zeros(64, 1)), num_workers=2, persistent_workers=True)
kept = iter(loader)
next(kept)


def linreg(X, w, b):
    return X * 0
