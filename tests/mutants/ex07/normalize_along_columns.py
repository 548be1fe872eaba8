# normalize: mean and std lie along the columns

import torch


def normalize(image, mean, std):
    if image.shape[-1] != len(mean):
        mean, std = torch.tensor(mean)[:, None, None], torch.tensor(std)[:, None, None]
    else:
        mean, std = torch.tensor(mean), torch.tensor(std)
    return (image - mean) / std
