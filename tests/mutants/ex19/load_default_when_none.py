# load_vgg16: takes None for "the best there are"
import torchvision


def load_vgg16(weights=None):
    return torchvision.models.vgg16(weights=weights or "DEFAULT")
