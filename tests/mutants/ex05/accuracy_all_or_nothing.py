# accuracy: 1 only where every row is right

def accuracy(logits, labels):
    return float((logits.argmax(1) == labels).all())
