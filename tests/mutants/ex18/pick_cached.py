# pick_device: remembers its first answer
import functools

import torch


@functools.lru_cache(maxsize=None)
def pick_device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
