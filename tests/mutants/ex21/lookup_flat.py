# lookup: all rows in one list
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    numbers = {word: index for index, word in enumerate(vocabulary, 1)}
    return [numbers.get(word, 0) for row in data for word in row]
