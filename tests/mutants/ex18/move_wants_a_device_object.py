# move: a device's name has no .type


def move(model, loss_fn, batch, device):
    images, labels = batch
    if device.type != "cpu":
        model, loss_fn = model.to(device), loss_fn.to(device)
    return model, loss_fn, (images.to(device), labels.to(device))
