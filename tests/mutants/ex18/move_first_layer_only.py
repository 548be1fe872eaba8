# move: moves the top level's own parts and not the layers inside


def move(model, loss_fn, batch, device):
    next(model.children()).to(device)
    images, labels = batch
    return model, loss_fn.to(device), (images.to(device), labels.to(device))
