# count_parameters: parameters of equal shape count once


def count_parameters(module):
    shapes = {tuple(p.shape) for p in module.parameters() if p.requires_grad}
    total = 0
    for shape in shapes:
        values = 1
        for size in shape:
            values *= size
        total += values
    return total
