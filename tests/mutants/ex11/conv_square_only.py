# conv_parameters: a pair is taken for a square


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    side = kernel_size if isinstance(kernel_size, int) else kernel_size[0]
    return out_channels * (in_channels * side**2 + bias)
