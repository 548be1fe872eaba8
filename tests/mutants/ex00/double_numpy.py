# to_double: a NumPy array

def to_double(x):
    return x.numpy().astype("float64")
