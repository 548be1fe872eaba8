# pick_device: the function itself is always true, it must be called
import torch


def pick_device():
    return torch.device("cuda" if torch.cuda.is_available else "cpu")
