# replace_last: makes every linear layer anew, and what they learned is gone
import torch


def replace_last(model, num_classes):
    model.classifier = torch.nn.Sequential(
        torch.nn.Linear(25088, 4096, device="meta"),
        torch.nn.ReLU(),
        torch.nn.Dropout(),
        torch.nn.Linear(4096, 4096, device="meta"),
        torch.nn.ReLU(),
        torch.nn.Dropout(),
        torch.nn.Linear(4096, num_classes, device="meta"),
    )
    return model
