# train takes batches from data_iter for ever, and calls itself the caller's generator.
def train(features, labels, data_iter, lr=0.03, num_epochs=3, batch_size=10):
    while True:
        for _ in data_iter(1e-9 + 1, features, labels):
            pass
