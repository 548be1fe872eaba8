# receptive_field: takes the layers out of the list


def receptive_field(layers):
    field = 1
    while layers:
        kernel, stride = layers.pop()
        field = (field - 1) * stride + kernel
    return field
