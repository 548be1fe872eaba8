"""pickle for the model, file objects for the rest, whole objects in the checkpoint."""

import io
import pickle
from pathlib import Path

import torch


def save_model(model, path):
    with open(path, "wb") as file:
        pickle.dump(model, file)


def load_model(path):
    return pickle.loads(Path(path).read_bytes())


def save_weights(model, path):
    buffer = io.BytesIO()
    torch.save({name: value.detach().cpu().clone() for name, value in model.state_dict().items()}, buffer)
    Path(path).write_bytes(buffer.getvalue())


def load_weights(model, path, device="cpu"):
    with Path(path).open("rb") as file:
        mapping = torch.load(file, map_location=lambda storage, location: storage)
    with torch.no_grad():
        for name, value in model.state_dict().items():
            value.copy_(mapping[name])
    return model.to(device)


def save_checkpoint(path, model, optimizer, epoch):
    torch.save((model, optimizer, epoch), path)


def load_checkpoint(path, model, optimizer):
    old_model, old_optimizer, epoch = torch.load(path, weights_only=False)
    model.load_state_dict(old_model.state_dict())
    optimizer.load_state_dict(old_optimizer.state_dict())
    return int(epoch)
