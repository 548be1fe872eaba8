# resize: PIL's own resize gets (height, width), though it wants the width first

from PIL import Image
from torchvision import transforms


def resize(image, size):
    if isinstance(image, Image.Image):
        return image.resize(tuple(size))
    return transforms.Resize(tuple(size))(image)
