# adapted_vocabulary: a word as often as it occurs
from collections import Counter


def adapted_vocabulary(data):
    words = [word for row in data for word in ([row] if isinstance(row, str) else row)]
    counts = Counter(words)
    return ["[UNK]", *sorted(words, key=lambda word: (counts[word], word), reverse=True)]
