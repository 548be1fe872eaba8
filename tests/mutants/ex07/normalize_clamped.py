# normalize: the result is clipped to [0, 1]

from torchvision import transforms


def normalize(image, mean, std):
    return transforms.Normalize(mean, std)(image).clamp(0, 1)
