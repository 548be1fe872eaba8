# move: the labels become float
import torch


def move(model, loss_fn, batch, device):
    images, labels = batch
    return model.to(device), loss_fn.to(device), (images.to(device, torch.float32), labels.to(device, torch.float32))
