# random_crop: a PIL image comes back as a tensor

from PIL import Image
from torchvision import transforms


def random_crop(image, size):
    if isinstance(image, Image.Image):
        image = transforms.ToTensor()(image)
    return transforms.RandomCrop(tuple(size), pad_if_needed=True, padding_mode="edge")(image)
