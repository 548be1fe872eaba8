# lookup: floats
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    numbers = {word: float(index) for index, word in enumerate(vocabulary, 1)}
    return [[numbers.get(word, 0.0) for word in row] for row in data]
