# build_pipeline: the first step is missing

from torchvision import transforms


def build_pipeline(size, mean, std):
    return transforms.Compose([transforms.ToTensor(), transforms.Normalize(mean, std)])
