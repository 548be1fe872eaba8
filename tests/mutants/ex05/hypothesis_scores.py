# hypothesis: no softmax

def hypothesis(theta, X):
    return X @ theta.T
