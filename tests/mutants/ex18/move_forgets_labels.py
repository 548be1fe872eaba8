# move: the labels stay where they are


def move(model, loss_fn, batch, device):
    images, labels = batch
    return model.to(device), loss_fn.to(device), (images.to(device), labels)
