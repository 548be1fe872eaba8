# load_vgg16: downloads although weights is None
import torchvision


def load_vgg16(weights=None):
    return torchvision.models.vgg16(weights=torchvision.models.VGG16_Weights.DEFAULT)
