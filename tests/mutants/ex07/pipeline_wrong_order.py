# build_pipeline: Normalize comes before the step that makes a tensor

from torchvision import transforms


def build_pipeline(size, mean, std):
    return transforms.Compose([transforms.Resize(tuple(size)), transforms.Normalize(mean, std), transforms.ToTensor()])
