# random_crop: the window is always the one in the middle

from torchvision import transforms
from PIL import Image


def random_crop(image, size):
    height, width = (image.height, image.width) if isinstance(image, Image.Image) else image.shape[1:]
    if height < size[0] or width < size[1]:
        return transforms.RandomCrop(tuple(size), pad_if_needed=True, padding_mode="edge")(image)
    return transforms.CenterCrop(tuple(size))(image)
