# merge: second is forgotten


def merge(first, second):
    return first
