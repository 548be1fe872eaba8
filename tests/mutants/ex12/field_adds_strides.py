# receptive_field: strides are added up, not multiplied


def receptive_field(layers):
    field = distance = 1
    for kernel, stride in layers:
        field += (kernel - 1) * distance
        distance += stride - 1
    return field
