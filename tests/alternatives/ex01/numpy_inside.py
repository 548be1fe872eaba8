"""NumPy draws and calculates in float64; the result becomes float32."""

import numpy as np
import torch


def synthetic_data(w, b, num_examples):
    generator = np.random.default_rng()
    X = generator.standard_normal((num_examples, len(w)))
    y = X @ w.numpy() + b + generator.normal(scale=0.01, size=num_examples)
    return [torch.tensor(part, dtype=torch.float32) for part in (X, y[:, None])]
