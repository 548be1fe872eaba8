# build_pipeline: the tensor is not brought to [0, 1] before it is normalized

from torchvision import transforms


def build_pipeline(size, mean, std):
    steps = [
        transforms.Resize(tuple(size)),
        transforms.PILToTensor(),
        transforms.ConvertImageDtype(transforms.functional.torch.float32),
        transforms.Lambda(lambda x: x * 255),
        transforms.Normalize(mean, std),
    ]
    return transforms.Compose(steps)
