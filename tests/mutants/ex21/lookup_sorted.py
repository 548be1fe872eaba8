# lookup: the vocabulary is sorted in place
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    numbers = {word: index for index, word in enumerate(vocabulary, 1)}
    vocabulary.sort()
    return [[numbers.get(word, 0) for word in row] for row in data]
