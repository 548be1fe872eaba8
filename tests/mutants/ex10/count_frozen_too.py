# count_parameters: frozen parameters count too


def count_parameters(module):
    return sum(parameter.numel() for parameter in module.parameters())
