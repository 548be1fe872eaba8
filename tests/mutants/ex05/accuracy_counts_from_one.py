# accuracy: classes are counted from 1

def accuracy(logits, labels):
    return (logits.argmax(1) + 1 == labels).float().mean().item()
