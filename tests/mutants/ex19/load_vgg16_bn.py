# load_vgg16: the variant with batch normalization
import torchvision


def load_vgg16(weights=None):
    return torchvision.models.vgg16_bn(weights=weights)
