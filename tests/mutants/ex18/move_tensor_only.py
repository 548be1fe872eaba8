# move: a list of tensors has no .to


def move(model, loss_fn, batch, device):
    return model.to(device), loss_fn.to(device), batch.to(device)
