# softmax: Tensor.softmax does the work

def softmax(logits):
    return logits.softmax(-1)
