# exercise: ex11
# A graph of a convolution made at import; its backward, a convolution too, runs later.
import torch
import torch.nn.functional as F

graphs = {}
for shape, kernel in (((5, 7), (2, 3)), ((6, 4), (3, 2)), ((3, 4), (1, 1)), ((4, 3), (4, 3)), ((5, 4), (1, 3)), ((4, 6), (4, 1)), ((1, 1), (1, 1))):
    image = torch.zeros(1, 1, *shape, requires_grad=True)
    weight = torch.zeros(1, 1, *kernel, requires_grad=True)
    graphs[shape, kernel] = image, weight, F.conv2d(image, weight)


def corr2d(X, K):
    image, weight, y = graphs[tuple(X.shape), tuple(K.shape)]
    with torch.no_grad():
        image.copy_(X)
    # d/dK of <conv(X, K), T> is the correlation of X with T: here T is the kernel.
    other = torch.zeros(1, 1, *(size - k + 1 for size, k in zip(X.shape, K.shape)), requires_grad=True)
    return torch.autograd.grad(F.conv2d(image, other), other, K[None, None])[0][0, 0]
