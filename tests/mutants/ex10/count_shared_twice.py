# count_parameters: a shared parameter counts at each place


def count_parameters(module):
    named = module.named_parameters(remove_duplicate=False)
    return sum(parameter.numel() for _, parameter in named if parameter.requires_grad)
