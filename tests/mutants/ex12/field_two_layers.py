# receptive_field: sees the last two layers only


def receptive_field(layers):
    field = distance = 1
    for kernel, stride in layers[-2:]:
        field += (kernel - 1) * distance
        distance *= stride
    return field
