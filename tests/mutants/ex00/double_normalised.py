# to_double: float() of one value

def to_double(x):
    return float(x.sum())
