# myNN: the result is cut off from x

import torch
from torch import nn


class myNN(nn.Module):
    def forward(self, x):
        with torch.no_grad():
            return x + 1
