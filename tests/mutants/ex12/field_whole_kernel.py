# receptive_field: adds k · d in place of (k − 1) · d


def receptive_field(layers):
    field, distance = 0, 1
    for kernel, stride in layers:
        field += kernel * distance
        distance *= stride
    return field
