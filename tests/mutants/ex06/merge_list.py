# merge: a list of the items instead of a dataset


def merge(first, second):
    return [first[i] for i in range(len(first))] + [second[i] for i in range(len(second))]
