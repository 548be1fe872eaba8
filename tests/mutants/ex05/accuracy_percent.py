# accuracy: a percentage

def accuracy(logits, labels):
    return 100 * (logits.argmax(1) == labels).float().mean().item()
