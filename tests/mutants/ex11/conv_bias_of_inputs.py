# conv_parameters: a bias for each input channel


def conv_parameters(in_channels, out_channels, kernel_size, bias=True):
    h, w = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    return in_channels * out_channels * h * w + in_channels * bias
