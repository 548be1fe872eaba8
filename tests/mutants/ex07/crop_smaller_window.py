# random_crop: a picture that is too small gives a smaller window

from torchvision import transforms
from PIL import Image


def random_crop(image, size):
    height, width = (image.height, image.width) if isinstance(image, Image.Image) else image.shape[1:]
    return transforms.RandomCrop((min(height, size[0]), min(width, size[1])))(image)
