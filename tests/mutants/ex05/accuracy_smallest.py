# accuracy: argmin in place of argmax

def accuracy(logits, labels):
    return (logits.argmin(1) == labels).float().mean().item()
