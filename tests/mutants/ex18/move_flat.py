# move: gives four things instead of three


def move(model, loss_fn, batch, device):
    images, labels = batch
    return model.to(device), loss_fn.to(device), images.to(device), labels.to(device)
