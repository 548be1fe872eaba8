# load_vgg16: ten outputs instead of ImageNet's thousand
import torchvision


def load_vgg16(weights=None):
    return torchvision.models.vgg16(weights=weights, num_classes=10)
