# lookup: list.index raises for an unknown word
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    return [[vocabulary.index(word) + 1 for word in row] for row in data]
