# adapted_vocabulary: counts in how many rows a word stands
from collections import Counter


def adapted_vocabulary(data):
    counts = Counter(word for row in data for word in ([row] if isinstance(row, str) else set(row)))
    return ["[UNK]", *sorted(counts, key=lambda word: (counts[word], word), reverse=True)]
