# load_vgg16: another depth
import torchvision


def load_vgg16(weights=None):
    return torchvision.models.vgg19(weights=weights)
