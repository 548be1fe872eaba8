# resize: a PIL image comes back as a tensor

from PIL import Image
from torchvision import transforms


def resize(image, size):
    if isinstance(image, Image.Image):
        image = transforms.ToTensor()(image)
    return transforms.Resize(tuple(size))(image)
