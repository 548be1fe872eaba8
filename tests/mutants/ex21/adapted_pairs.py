# adapted_vocabulary: the counts are given too
from collections import Counter


def adapted_vocabulary(data):
    words = [word for row in data for word in ([row] if isinstance(row, str) else row)]
    counts = Counter(words)
    return ["[UNK]", *sorted(counts.items(), key=lambda pair: (pair[1], pair[0]), reverse=True)]
