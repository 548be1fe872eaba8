# adapted_vocabulary: reverse alphabetical order alone
from collections import Counter


def adapted_vocabulary(data):
    words = [word for row in data for word in ([row] if isinstance(row, str) else row)]
    counts = Counter(words)
    return ["[UNK]", *sorted(counts, reverse=True)]
