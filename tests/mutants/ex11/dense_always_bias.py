# dense_parameters: bias=False is ignored


def dense_parameters(inputs, outputs, bias=True):
    return (inputs + 1) * outputs
