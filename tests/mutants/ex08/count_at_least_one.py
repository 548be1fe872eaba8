# count_batches: no examples still give a batch


def count_batches(num_examples, batch_size, drop_last):
    return max(1, num_examples // batch_size if drop_last else -(-num_examples // batch_size))
