# myNN: gives a NumPy array

from torch import nn


class myNN(nn.Module):
    def forward(self, x):
        return x.detach().numpy() + 1
