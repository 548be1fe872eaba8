# gradient: x requires grad afterwards


def gradient(fn, x):
    x.requires_grad_(True)
    return torch.autograd.grad(fn(x), x)[0]
