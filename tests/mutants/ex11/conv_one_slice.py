# conv_parameters: a kernel has one slice for all input channels


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    h, w = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    return out_channels * (h * w + bias)
