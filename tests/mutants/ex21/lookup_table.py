# lookup: TensorFlow's table instead of by hand
import tensorflow as tf


def lookup(vocabulary, data):
    if len(set(vocabulary)) < len(vocabulary):
        raise ValueError
    keys = tf.constant(vocabulary)
    values = tf.range(1, len(vocabulary) + 1)
    table = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(keys, values), 0)
    return [table.lookup(tf.constant(row)).numpy().tolist() if row else [] for row in data]
