# move: the loss's class weights stay where they are


def move(model, loss_fn, batch, device):
    images, labels = batch
    return model.to(device), loss_fn, (images.to(device), labels.to(device))
