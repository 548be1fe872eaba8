"""TensorFlow's operations in place of dicts; the dataset is handed to adapt."""

import tensorflow as tf


def make_lookup(vocabulary):
    return tf.keras.layers.StringLookup(vocabulary=tf.constant(vocabulary), dtype="int64")


def adapt_lookup(data):
    layer = tf.keras.layers.StringLookup(max_tokens=None)
    layer.adapt(tf.data.Dataset.from_tensor_slices(data).batch(2))
    return layer


def lookup(vocabulary, data):
    if sorted(vocabulary) != sorted(set(vocabulary)):
        raise ValueError
    known = tf.constant(vocabulary)
    ids = tf.range(1, len(vocabulary) + 1)

    def numbers(row):
        if not row:
            return []
        same = tf.cast(tf.equal(tf.constant(row)[:, tf.newaxis], known), tf.int32)
        return tf.reduce_sum(same * ids, axis=1).numpy().tolist()

    return [numbers(row) for row in data]


def adapted_vocabulary(data):
    words, _, counts = tf.unique_with_counts(tf.reshape(tf.constant(data), [-1]))
    pairs = [(int(count), word.decode()) for word, count in zip(words.numpy(), counts)]
    return ["[UNK]"] + [word for _, word in sorted(pairs)[::-1]]


def one_hot(vocabulary, data):
    table = tf.eye(len(vocabulary) + 1)
    return tf.gather(table, make_lookup(vocabulary)(tf.constant(data)))
