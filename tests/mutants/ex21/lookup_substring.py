# lookup: finds a word inside of another
def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    def number(word):
        for index, known in enumerate(vocabulary, 1):
            if known in word:
                return index
        return 0

    return [[number(word) for word in row] for row in data]
