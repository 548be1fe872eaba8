# receptive_field: adds up the kernels


def receptive_field(layers):
    return sum(kernel for kernel, _ in layers)
