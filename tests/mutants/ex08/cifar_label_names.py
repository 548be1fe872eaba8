# load_cifar10: labels are the names of the classes

from torchvision import datasets, transforms


def load_cifar10(root, train):
    data = datasets.CIFAR10(root=root, train=train, transform=transforms.ToTensor())
    data.target_transform = lambda label: data.classes[label]
    return data
