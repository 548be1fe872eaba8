# sgd: torch.optim.SGD does the work

from torch.optim import SGD


def sgd(params, lr, batch_size):
    optimizer = SGD(params, lr=lr / batch_size)
    optimizer.step()
    optimizer.zero_grad()
