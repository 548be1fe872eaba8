# move: .cuda() works only where there is a GPU


def move(model, loss_fn, batch, device):
    images, labels = batch
    return model.cuda(), loss_fn.cuda(), (images.cuda(), labels.cuda())
