# random_crop: a picture that is too small is stretched

from torchvision import transforms
from PIL import Image


def random_crop(image, size):
    height, width = (image.height, image.width) if isinstance(image, Image.Image) else image.shape[1:]
    if height < size[0] or width < size[1]:
        image = transforms.Resize((max(height, size[0]), max(width, size[1])))(image)
    return transforms.RandomCrop(tuple(size))(image)
