# receptive_field: takes the pair for (stride, kernel_size)


def receptive_field(layers):
    field = distance = 1
    for stride, kernel in layers:
        field += (kernel - 1) * distance
        distance *= stride
    return field
