# receptive_field: starts from 0


def receptive_field(layers):
    field, distance = 0, 1
    for kernel, stride in layers:
        field += (kernel - 1) * distance
        distance *= stride
    return field
