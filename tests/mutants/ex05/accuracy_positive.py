# accuracy: the score at the label is above 0

def accuracy(logits, labels):
    return (logits.gather(1, labels[:, None]) > 0).float().mean().item()
