# pick_device: asks once, when the module is imported
import torch

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def pick_device():
    return DEVICE
