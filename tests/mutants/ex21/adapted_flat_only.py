# adapted_vocabulary: rows are no words
from collections import Counter


def adapted_vocabulary(data):
    counts = Counter(data)
    return ["[UNK]", *sorted(counts, key=lambda word: (counts[word], word), reverse=True)]
