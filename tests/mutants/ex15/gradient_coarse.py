# gradient: a one-sided difference with a coarse step


def gradient(fn, x):
    x = x.detach()
    came = torch.zeros_like(x)
    for index in range(x.numel()):
        moved = x.clone()
        moved.view(-1)[index] += 0.01
        came.view(-1)[index] = (fn(moved) - fn(x)) / 0.01
    return came
