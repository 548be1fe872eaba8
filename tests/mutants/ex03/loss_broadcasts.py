# squared_loss: y of shape (n,) meets y_hat of shape (n, 1) and becomes n × n


def squared_loss(y_hat, y):
    return (y_hat - y) ** 2 / 2
