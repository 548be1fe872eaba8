# adapted_vocabulary: a flat list falls into letters
from collections import Counter


def adapted_vocabulary(data):
    counts = Counter(word for row in data for word in row)
    return ["[UNK]", *sorted(counts, key=lambda word: (counts[word], word), reverse=True)]
