# resize: a tensor is taken as (H, W, C)

from PIL import Image
from torch.nn import functional
from torchvision import transforms


def resize(image, size):
    if isinstance(image, Image.Image):
        return transforms.Resize(tuple(size))(image)
    return functional.interpolate(image.permute(2, 0, 1)[None], tuple(size))[0].permute(1, 2, 0)
