# resize: the shorter side is fitted and the rest cut off

from torchvision import transforms
from PIL import Image


def resize(image, size):
    height, width = (image.height, image.width) if isinstance(image, Image.Image) else image.shape[1:]
    factor = max(size[0] / height, size[1] / width)
    fitted = transforms.Resize((round(height * factor), round(width * factor)))(image)
    return transforms.CenterCrop(tuple(size))(fitted)
