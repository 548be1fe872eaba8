# to_columns: the argument itself gets the new shape

def to_columns(x, columns):
    return x.resize_(x.numel() // columns, columns)
