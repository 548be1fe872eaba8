# lookup: unknown words stand behind all others
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    numbers = {word: index for index, word in enumerate(vocabulary)}
    return [[numbers.get(word, len(vocabulary)) for word in row] for row in data]
