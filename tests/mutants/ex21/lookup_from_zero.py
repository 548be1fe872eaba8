# lookup: the index without the 1
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    numbers = {word: index for index, word in enumerate(vocabulary)}
    return [[numbers.get(word, 0) for word in row] for row in data]
