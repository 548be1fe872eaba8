# to_columns: fills column after column

def to_columns(x, columns):
    return x.reshape(columns, -1).T
