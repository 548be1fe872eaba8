# flatten_batch: a batch of one loses its dimension

def flatten_batch(images):
    return images.reshape(images.shape[0], -1).squeeze()
