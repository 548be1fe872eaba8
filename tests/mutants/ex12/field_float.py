# receptive_field: gives a float


def receptive_field(layers):
    field = distance = 1.0
    for kernel, stride in layers:
        field += (kernel - 1) * distance
        distance *= stride
    return field
