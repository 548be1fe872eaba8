# receptive_field: a layer's own stride widens its own kernel


def receptive_field(layers):
    field = distance = 1
    for kernel, stride in layers:
        distance *= stride
        field += (kernel - 1) * distance
    return field
