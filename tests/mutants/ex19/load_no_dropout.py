# load_vgg16: dropout switched off
import torchvision


def load_vgg16(weights=None):
    return torchvision.models.vgg16(weights=weights, dropout=0.0)
