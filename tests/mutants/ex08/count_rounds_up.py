# count_batches: a rest always counts


def count_batches(num_examples, batch_size, drop_last):
    return -(-num_examples // batch_size)
