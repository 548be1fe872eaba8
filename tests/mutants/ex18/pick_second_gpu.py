# pick_device: counts GPUs from 1
import torch


def pick_device():
    return torch.device("cuda:1" if torch.cuda.is_available() else "cpu")
