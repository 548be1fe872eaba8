# count_batches: round gives the nearer number


def count_batches(num_examples, batch_size, drop_last):
    return num_examples // batch_size if drop_last else round(num_examples / batch_size)
