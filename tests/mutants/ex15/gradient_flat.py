# gradient: one dimension, whatever the shape of x


def gradient(fn, x):
    copy = x.detach().clone().requires_grad_()
    return torch.autograd.grad(fn(copy), copy)[0].flatten()
