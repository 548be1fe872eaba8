# pick_device: asks whether torch was built with CUDA, not whether a GPU is there
import torch


def pick_device():
    return torch.device("cuda" if torch.backends.cuda.is_built() else "cpu")
