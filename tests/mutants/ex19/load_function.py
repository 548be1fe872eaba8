# load_vgg16: gives the function that makes the network
import torchvision


def load_vgg16(weights=None):
    return torchvision.models.vgg16
