# count_parameters: buffers count too, and shared ones twice


def count_parameters(module):
    return sum(value.numel() for value in module.state_dict().values())
