# gradient: x no longer requires grad afterwards


def gradient(fn, x):
    x.requires_grad_(True)
    came = torch.autograd.grad(fn(x), x)[0]
    x.requires_grad_(False)
    return came
