# to_tensor: the array goes through an RGB image, so other numbers of channels are lost

from PIL import Image
from torchvision import transforms


def to_tensor(image):
    if not isinstance(image, Image.Image):
        image = Image.fromarray(image.squeeze()).convert("RGB")
    return transforms.ToTensor()(image)
