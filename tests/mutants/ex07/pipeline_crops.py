# build_pipeline: the middle is cut out instead of resizing

from torchvision import transforms


def build_pipeline(size, mean, std):
    steps = [transforms.CenterCrop(tuple(size)), transforms.ToTensor(), transforms.Normalize(mean, std)]
    return transforms.Compose(steps)
