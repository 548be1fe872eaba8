# count_parameters: leaves the module frozen


def count_parameters(module):
    total = sum(p.numel() for p in module.parameters() if p.requires_grad)
    module.requires_grad_(False)
    return total
