# accuracy: the float is an int at the edges

def accuracy(logits, labels):
    right = (logits.argmax(1) == labels).sum().item()
    return 1 if right == len(labels) else right / len(labels)
