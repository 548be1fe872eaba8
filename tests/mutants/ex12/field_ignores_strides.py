# receptive_field: strides are ignored


def receptive_field(layers):
    return 1 + sum(kernel - 1 for kernel, _ in layers)
