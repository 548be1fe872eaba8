# count_batches: drop_last the wrong way round


def count_batches(num_examples, batch_size, drop_last):
    return -(-num_examples // batch_size) if drop_last else num_examples // batch_size
