# adapted_vocabulary: equal counts in the order in which they appear
from collections import Counter


def adapted_vocabulary(data):
    words = [word for row in data for word in ([row] if isinstance(row, str) else row)]
    counts = Counter(words)
    return ["[UNK]", *(word for word, _ in counts.most_common())]
