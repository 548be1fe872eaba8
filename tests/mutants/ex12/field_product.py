# receptive_field: multiplies the kernels


def receptive_field(layers):
    field = 1
    for kernel, _ in layers:
        field *= kernel
    return field
