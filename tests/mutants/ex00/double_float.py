# to_double: float32

def to_double(x):
    return x.float()
