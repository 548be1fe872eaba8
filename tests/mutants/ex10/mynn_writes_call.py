# myNN: writes __call__ in place of forward

from torch import nn


class myNN(nn.Module):
    def __call__(self, x):
        return x + 1
