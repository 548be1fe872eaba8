# lookup: short rows are filled up with zeros
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    numbers = {word: index for index, word in enumerate(vocabulary, 1)}
    longest = max(len(row) for row in data)
    return [[numbers.get(word, 0) for word in row] + [0] * (longest - len(row)) for row in data]
