# move: does not use the device that it is given
import torch


def move(model, loss_fn, batch, device):
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    images, labels = batch
    return model.to(device), loss_fn.to(device), (images.to(device), labels.to(device))
