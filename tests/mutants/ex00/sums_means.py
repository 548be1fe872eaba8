# column_sums: the mean

def column_sums(x, keepdim=False):
    return x.mean(0, keepdim=keepdim)
