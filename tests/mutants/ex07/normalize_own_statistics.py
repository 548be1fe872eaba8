# normalize: the picture's own mean and deviation instead of those that are given


def normalize(image, mean, std):
    return (image - image.mean(dim=(1, 2), keepdim=True)) / image.std(dim=(1, 2), keepdim=True)
