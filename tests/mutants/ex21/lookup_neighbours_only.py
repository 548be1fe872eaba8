# lookup: only neighbours are compared for a repetition
def lookup(vocabulary, data):
    if any(a == b for a, b in zip(vocabulary, vocabulary[1:])):
        raise ValueError
    numbers = {word: index for index, word in enumerate(vocabulary, 1)}
    return [[numbers.get(word, 0) for word in row] for row in data]
