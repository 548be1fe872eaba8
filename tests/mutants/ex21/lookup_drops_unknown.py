# lookup: unknown words are left out
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    return [[vocabulary.index(word) + 1 for word in row if word in vocabulary] for row in data]
