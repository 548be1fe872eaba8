# receptive_field: takes the list for last layer first


def receptive_field(layers):
    field = distance = 1
    for kernel, stride in reversed(layers):
        field += (kernel - 1) * distance
        distance *= stride
    return field
