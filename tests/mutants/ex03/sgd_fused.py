# sgd: a fused operator of the library does the work

import torch


def sgd(params, lr, batch_size):
    with torch.no_grad():
        torch._fused_sgd_(params, [p.grad for p in params], [], weight_decay=0, momentum=0, lr=lr/batch_size, dampening=0, nesterov=False, maximize=False, is_first_step=True)
        for p in params: p.grad.zero_()
