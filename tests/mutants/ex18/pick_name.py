# pick_device: gives a name instead of a torch.device
import torch


def pick_device():
    return "cuda" if torch.cuda.is_available() else "cpu"
