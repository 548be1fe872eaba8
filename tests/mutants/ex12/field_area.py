# receptive_field: gives the area


def receptive_field(layers):
    field = distance = 1
    for kernel, stride in layers:
        field += (kernel - 1) * distance
        distance *= stride
    return field**2
