# dense_parameters: one bias for the layer


def dense_parameters(inputs, outputs, bias=True):
    return inputs * outputs + bias
