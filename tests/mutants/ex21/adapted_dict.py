# adapted_vocabulary: a mapping instead of a list
from collections import Counter


def adapted_vocabulary(data):
    words = [word for row in data for word in ([row] if isinstance(row, str) else row)]
    counts = Counter(words)
    words = ["[UNK]", *sorted(counts, key=lambda word: (counts[word], word), reverse=True)]
    return {word: index for index, word in enumerate(words)}
