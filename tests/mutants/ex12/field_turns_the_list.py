# receptive_field: turns the caller's list round


def receptive_field(layers):
    layers.reverse()
    field = 1
    for kernel, stride in layers:
        field = (field - 1) * stride + kernel
    return field
