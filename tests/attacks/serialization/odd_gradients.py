# Gradients that are sparse, of another class, or an attribute that raises.
import torch


class Raises(torch.Tensor):
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        raise RuntimeError(str(func))


def linreg(X, w, b):
    y_hat = X @ w + b
    w.register_hook(lambda grad: grad.to_sparse())
    return y_hat.as_subclass(Raises)


def sgd(params, lr, batch_size):
    for param in params:
        param.grad = torch.zeros_like(param).to_sparse().as_subclass(Raises)
