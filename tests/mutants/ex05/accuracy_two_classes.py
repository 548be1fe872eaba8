# accuracy: the second class wins above 0

def accuracy(logits, labels):
    return ((logits[:, 1] > 0).long() == labels).float().mean().item()
