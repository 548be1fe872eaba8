# count_parameters: goes down from module to module and counts a shared one at each place


def count_parameters(module):
    own = sum(parameter.numel() for parameter in module.parameters(recurse=False) if parameter.requires_grad)
    return own + sum(count_parameters(child) for child in module.children())
