# classify_with_extra: a fresh layer instead of the model's
import torch


def classify_with_extra(model, x):
    return torch.nn.Linear(1000, 10)(model(x))
