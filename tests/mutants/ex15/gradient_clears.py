# gradient: x.grad is lost


def gradient(fn, x):
    x.grad = None
    before = x.requires_grad
    x.requires_grad_()
    fn(x).backward()
    came, x.grad = x.grad, None
    x.requires_grad_(before)
    return came
