# sgd: an in-place change of a leaf outside of no_grad


def sgd(params, lr, batch_size):
    for param in params:
        param -= lr * param.grad / batch_size
        param.grad.zero_()
