# accuracy: the largest score of each column

def accuracy(logits, labels):
    places = logits.argmax(0)[: len(labels)]
    return (places == labels[: len(places)]).float().mean().item()
