# lookup: unknown words are -1
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    numbers = {word: index for index, word in enumerate(vocabulary, 1)}
    return [[numbers.get(word, -1) for word in row] for row in data]
