# load_vgg16: only the convolutions
import torchvision


def load_vgg16(weights=None):
    return torchvision.models.vgg16(weights=weights).features
