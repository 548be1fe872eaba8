# count_parameters: knows a shared layer, but no parameter that two layers share


def count_parameters(module):
    total = 0
    for part in set(module.modules()):
        for parameter in part.parameters(recurse=False):
            if parameter.requires_grad:
                total += parameter.numel()
    return total
