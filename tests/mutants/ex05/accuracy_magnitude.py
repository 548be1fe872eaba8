# accuracy: the score farthest from 0

def accuracy(logits, labels):
    return (logits.abs().argmax(1) == labels).float().mean().item()
