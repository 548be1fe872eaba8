# conv_parameters: an int kernel is not squared


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    values = kernel_size if isinstance(kernel_size, int) else kernel_size[0] * kernel_size[1]
    return out_channels * (in_channels * values + bias)
