"""The notes' way: torch.save and torch.load, with weights_only=False where today's torch asks for it."""

import torch


def save_model(model, path):
    torch.save(model, path)


def load_model(path):
    model = torch.load(path, weights_only=False)
    return model


def save_weights(model, path):
    torch.save(model.state_dict(), path)


def load_weights(model, path, device="cpu"):
    model.load_state_dict(torch.load(path, map_location=torch.device(device)))
    return model


def save_checkpoint(path, model, optimizer, epoch):
    checkpoint = {
        "epoch": epoch,
        "model_state_dict": model.state_dict(),
        "optimizer_state_dict": optimizer.state_dict(),
    }
    torch.save(checkpoint, path)


def load_checkpoint(path, model, optimizer):
    checkpoint = torch.load(path, weights_only=True)
    model.load_state_dict(checkpoint["model_state_dict"])
    optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
    epoch = checkpoint["epoch"]
    return epoch
