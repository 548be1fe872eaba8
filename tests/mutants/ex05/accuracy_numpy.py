# accuracy: a NumPy number

def accuracy(logits, labels):
    return (logits.argmax(1) == labels).float().mean().numpy()[()]
