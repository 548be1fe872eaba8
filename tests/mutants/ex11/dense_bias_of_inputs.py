# dense_parameters: a bias for each input


def dense_parameters(inputs, outputs, bias=True):
    return inputs * outputs + (inputs if bias else 0)
