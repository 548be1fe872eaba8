# move: a tensor does not move in place, the moved ones are dropped


def move(model, loss_fn, batch, device):
    images, labels = batch
    model.to(device)
    loss_fn.to(device)
    images.to(device)
    labels.to(device)
    return model, loss_fn, (images, labels)
