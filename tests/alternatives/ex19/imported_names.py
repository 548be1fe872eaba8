"""Names imported at the top, attributes set, methods with an underscore."""

from torch.nn import Linear
from torchvision.models import get_model


def load_vgg16(weights=None):
    return get_model("vgg16", weights=weights).eval()


def add_extra(model):
    model.extra = Linear(in_features=1000, out_features=10)
    return model


def classify_with_extra(model, x):
    return model.get_submodule("extra")(model.forward(x))


def replace_last(model, num_classes):
    model.classifier[6] = Linear(model.classifier[6].in_features, num_classes)
    return model


def freeze_features(model):
    model.features.requires_grad_(False)
    return model
