# count_parameters: takes every parameter for a matrix or a vector


def count_parameters(module):
    total = 0
    for p in module.parameters():
        if p.requires_grad:
            total += p.shape[0] * (p.shape[1] if p.dim() > 1 else 1)
    return total
