# multiply: power, which the same check covers, changes its argument

def power(x, exponent):
    return x.pow_(exponent)
