# gradient: the tuple of torch.autograd.grad


def gradient(fn, x):
    copy = x.detach().clone().requires_grad_()
    return torch.autograd.grad(fn(copy), copy)
