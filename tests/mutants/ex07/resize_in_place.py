# resize: thumbnail works on the caller's own image

from PIL import Image
from torchvision import transforms


def resize(image, size):
    if not isinstance(image, Image.Image):
        return transforms.Resize(tuple(size))(image)
    resized = image.resize((size[1], size[0]))
    image.thumbnail((size[1], size[0]))
    return resized
