# count_batches: one batch too many where nothing is left over


def count_batches(num_examples, batch_size, drop_last):
    return num_examples // batch_size if drop_last else num_examples // batch_size + 1
