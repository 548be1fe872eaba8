"""The notes' way: one class of torchvision.transforms for each step."""

from torchvision import transforms


def to_tensor(image):
    img2tensor = transforms.ToTensor()
    return img2tensor(image)


def normalize(image, mean, std):
    trans_norm = transforms.Normalize(mean, std)
    return trans_norm(image)


def resize(image, size):
    resizer = transforms.Resize(size)
    return resizer(image)


def random_crop(image, size):
    crop = transforms.RandomCrop(size=size, pad_if_needed=True, padding_mode="edge")
    return crop(image)


def build_pipeline(size, mean, std):
    return transforms.Compose([transforms.Resize(size), transforms.ToTensor(), transforms.Normalize(mean, std)])
