# lookup: a repeated word is taken
def lookup(vocabulary, data):
    numbers = {word: index for index, word in enumerate(vocabulary, 1)}
    return [[numbers.get(word, 0) for word in row] for row in data]
