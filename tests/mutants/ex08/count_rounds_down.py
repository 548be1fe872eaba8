# count_batches: drop_last makes no difference


def count_batches(num_examples, batch_size, drop_last):
    return num_examples // batch_size
