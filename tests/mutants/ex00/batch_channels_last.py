# flatten_batch: the channels come last

def flatten_batch(images):
    return images.permute(0, 2, 3, 1).reshape(images.shape[0], -1)
