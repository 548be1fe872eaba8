# move: nothing is returned


def move(model, loss_fn, batch, device):
    model.to(device)
    loss_fn.to(device)
    images, labels = batch
    images, labels = images.to(device), labels.to(device)
