# pick_device: the wrong way round
import torch


def pick_device():
    return torch.device("cpu" if torch.cuda.is_available() else "cuda")
