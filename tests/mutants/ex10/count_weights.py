# count_parameters: leaves out the biases


def count_parameters(module):
    return sum(
        parameter.numel()
        for name, parameter in module.named_parameters()
        if parameter.requires_grad and "bias" not in name
    )
