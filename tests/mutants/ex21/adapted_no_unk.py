# adapted_vocabulary: [UNK] is missing
from collections import Counter


def adapted_vocabulary(data):
    words = [word for row in data for word in ([row] if isinstance(row, str) else row)]
    counts = Counter(words)
    return sorted(counts, key=lambda word: (counts[word], word), reverse=True)
