# dense_parameters: forgets the biases


def dense_parameters(inputs, outputs, bias=True):
    return inputs * outputs
