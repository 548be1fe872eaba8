"""The checkpoint written by hand: named fields of every group and state; the model's file made of class and weights."""

import copy

import torch


def save_model(model, path):
    copied = copy.deepcopy(model)
    with open(path, "wb") as file:
        torch.save(copied, file, _use_new_zipfile_serialization=False)


def load_model(path):
    with open(path, "rb") as file:
        return torch.load(file, weights_only=False).train()


def save_weights(model, path):
    state = model.state_dict()
    torch.save(state, path)


def load_weights(model, path, device="cpu"):
    missing, unexpected = model.load_state_dict(torch.load(path, "cpu"))
    assert not missing and not unexpected
    return model.to(device)


def save_checkpoint(path, model, optimizer, epoch):
    settings = [{key: value for key, value in group.items() if key != "params"} for group in optimizer.param_groups]
    params = [param for group in optimizer.param_groups for param in group["params"]]
    memory = [dict(optimizer.state[param]) if param in optimizer.state else {} for param in params]
    torch.save(dict(weights=model.state_dict(), settings=settings, memory=memory, epoch=epoch), path)


def load_checkpoint(path, model, optimizer):
    saved = torch.load(path, weights_only=False)
    model.load_state_dict(saved["weights"])
    for group, settings in zip(optimizer.param_groups, saved["settings"], strict=True):
        group.update(settings)
    params = [param for group in optimizer.param_groups for param in group["params"]]
    for param, memory in zip(params, saved["memory"], strict=True):
        optimizer.state[param] = memory
    return saved["epoch"]
