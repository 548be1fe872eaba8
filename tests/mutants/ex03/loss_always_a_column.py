# squared_loss: y always becomes a column, which broadcasts where y_hat is flat


def squared_loss(y_hat, y):
    return (y_hat - y.reshape(-1, 1)) ** 2 / 2
