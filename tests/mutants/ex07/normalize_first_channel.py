# normalize: the first mean and deviation serve all channels


def normalize(image, mean, std):
    return (image - mean[0]) / std[0]
