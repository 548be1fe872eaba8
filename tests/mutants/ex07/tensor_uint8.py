# to_tensor: the dtype stays uint8

from torchvision.transforms import PILToTensor, functional
from PIL import Image


def to_tensor(image):
    return PILToTensor()(image if isinstance(image, Image.Image) else functional.to_pil_image(image))
