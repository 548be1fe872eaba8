# count_parameters: the state dict's tensors never require grad


def count_parameters(module):
    return sum(value.numel() for value in module.state_dict().values() if value.requires_grad)
