# receptive_field: only the stride of the layer before counts


def receptive_field(layers):
    field = before = 1
    for kernel, stride in layers:
        field += (kernel - 1) * before
        before = stride
    return field
