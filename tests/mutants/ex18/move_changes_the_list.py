# move: puts the moved tensors into the caller's list


def move(model, loss_fn, batch, device):
    batch = batch if isinstance(batch, list) else list(batch)
    for index, value in enumerate(batch):
        batch[index] = value.to(device)
    return model.to(device), loss_fn.to(device), tuple(batch)
