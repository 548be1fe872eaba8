# resize: the dimension that interpolate needs is left there

from PIL import Image
from torch.nn import functional
from torchvision import transforms


def resize(image, size):
    if isinstance(image, Image.Image):
        return transforms.Resize(tuple(size))(image)
    return functional.interpolate(image[None], tuple(size))
