# build_pipeline: the size is taken as (width, height)

from torchvision import transforms


def build_pipeline(size, mean, std):
    steps = [transforms.Resize(tuple(size)[::-1]), transforms.ToTensor(), transforms.Normalize(mean, std)]
    return transforms.Compose(steps)
