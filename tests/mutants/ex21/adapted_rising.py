# adapted_vocabulary: the rarest first
from collections import Counter


def adapted_vocabulary(data):
    words = [word for row in data for word in ([row] if isinstance(row, str) else row)]
    counts = Counter(words)
    return ["[UNK]", *sorted(counts, key=lambda word: (counts[word], word))]
