# move: the parameters no longer require grad


def move(model, loss_fn, batch, device):
    images, labels = batch
    return model.to(device).requires_grad_(False), loss_fn.to(device), (images.to(device), labels.to(device))
