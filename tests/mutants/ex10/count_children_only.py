# count_parameters: sees one level of layers only


def count_parameters(module):
    total = 0
    for layer in module.children():
        for parameter in layer.parameters(recurse=False):
            if parameter.requires_grad:
                total += parameter.numel()
    return total
