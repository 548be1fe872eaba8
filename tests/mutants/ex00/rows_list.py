# column_sums: row_sums, which the same check covers, gives a list

def row_sums(x, keepdim=False):
    return [row.sum() for row in x]
