# to_double: on the way through float32 long integers lose digits

def to_double(x):
    return x.float().double()
