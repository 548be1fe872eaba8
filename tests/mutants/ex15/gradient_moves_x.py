# gradient: takes a step as well


def gradient(fn, x):
    copy = x.detach().clone().requires_grad_()
    came = torch.autograd.grad(fn(copy), copy)[0]
    x.data -= 0.1 * came
    return came
