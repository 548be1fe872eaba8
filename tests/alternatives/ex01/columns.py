"""A column from the beginning; randn, scaled."""

from torch import Tensor, randn


def synthetic_data(w: Tensor, b: float, num_examples: int) -> tuple[Tensor, Tensor]:
    features = randn(num_examples, w.shape[0])
    labels = features @ w.unsqueeze(1) + b + 0.01 * randn(num_examples, 1)
    return features, labels
