# merge: second comes before first


def merge(first, second):
    return second + first
