"""An allow-list in place of weights_only=False, evaluation mode after loading, mmap, the epoch as a tensor."""

import torch
from torch import load, nn, save


def save_model(model, path):
    save({"model": model, "kind": type(model).__name__}, f=path)


def load_model(path):
    wanted = [
        nn.Sequential, nn.Linear, nn.BatchNorm1d, nn.ReLU, set, nn.Parameter, torch._utils._rebuild_parameter
    ]
    with torch.serialization.safe_globals(wanted):
        model = load(path, map_location="cpu")["model"]
    model.eval()
    return model


def save_weights(model, path):
    save(dict(model.named_parameters()) | dict(model.named_buffers()), path, _use_new_zipfile_serialization=True)


def load_weights(model, path, device="cpu"):
    state_dict = load(path, map_location=str(device), weights_only=True, mmap=True)
    model.load_state_dict(state_dict, strict=True, assign=False)
    model.to(device)
    model.eval()
    return model


def save_checkpoint(path, model, optimizer, epoch):
    save([model.state_dict(), optimizer.state_dict(), torch.tensor(epoch)], path)


def load_checkpoint(path, model, optimizer):
    model_state, optimizer_state, epoch = load(path, map_location=next(model.parameters()).device)
    optimizer.load_state_dict(optimizer_state)
    model.load_state_dict(model_state)
    return epoch.item()
