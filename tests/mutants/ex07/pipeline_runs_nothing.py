# build_pipeline: a list of steps, which cannot be called

from torchvision import transforms


def build_pipeline(size, mean, std):
    return [transforms.Resize(tuple(size)), transforms.ToTensor(), transforms.Normalize(mean, std)]
