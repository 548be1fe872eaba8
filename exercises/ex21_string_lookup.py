"""StringLookup: from words to numbers.

Source: the notes' section on StringLookup.

A network computes with numbers, so words get numbers first. `tf.keras.layers.StringLookup` holds a
*vocabulary*, a list in which no word occurs twice, and gives for each word its index there **plus 1**.
The 0 is kept for every word that is not in the vocabulary: it is *out of vocabulary*, and the layer calls
it `[UNK]`.

With the vocabulary `["sun", "rain", "fog"]`:

    data      [["sun", "fog"], ["hail", "rain"]]       shape (2, 2)
    result    [[  1,     3  ], [   0,     2  ]]        shape (2, 2), int64

The vocabulary can also be learned from data: `layer.adapt(data)` counts the words, and the most frequent one
comes first. Words of equal count stand in *reverse* alphabetical order. One example to follow by hand:

    data        ["sun", "rain", "sun", "fog", "rain", "sun", "wind"]
    counts      sun 3, rain 2, fog 1, wind 1
    vocabulary  ["[UNK]", "sun", "rain", "wind", "fog"]

`layer.get_vocabulary()` shows it, `[UNK]` included; so a word's place in that list is its number.

A *one-hot* row has one column for each number, all 0 but for a 1 in the column of the word's number. With
the three words above it has four columns, and "fog" becomes `[0, 0, 0, 1]`.

The traps:

- `adapt` starts anew at each call: calling it once per row leaves the last row's words only. It
  returns None.
- A text is a sequence too: a loop over the "rows" of a flat list of words goes through letters.
- `layer(vocabulary=…, output_mode="one_hot")` gives int64; a network wants float32.
- Rows of different length make no tensor, so the layer refuses them. `lookup`, by hand, need not.

`lookup` and `adapted_vocabulary` are written by hand: Keras' lookup layers (`StringLookup`,
`IntegerLookup`, `TextVectorization`) and the tables of `tf.lookup` are switched off in these two.
Everything of Python is open, `collections.Counter` for example.
"""

from collections import Counter

import tensorflow as tf


def make_lookup(vocabulary):
    """Make a layer that gives a word's index in the vocabulary plus 1, and 0 for an unknown word.

    Args:
        vocabulary: a list of words, each of them once. It stays as it is.

    Returns:
        A `tf.keras.layers.StringLookup`. Called on words of any shape it gives whole numbers of that shape.

    >>> make_lookup(["sun", "rain", "fog"])([["sun", "fog"], ["hail", "rain"]]).numpy().tolist()
    [[1, 3], [0, 2]]
    """
    # TODO: write make_lookup, and remove the next line.
    raise NotImplementedError("make_lookup")


def adapt_lookup(data):
    """Make a layer whose vocabulary is learned from data.

    Args:
        data: words, as a list of rows of equal length or as one flat list. It stays as it is.

    Returns:
        A `tf.keras.layers.StringLookup`; its `get_vocabulary()` is in the order of `adapted_vocabulary`.

    >>> layer = adapt_lookup(["sun", "rain", "sun", "fog", "rain", "sun", "wind"])
    >>> layer(["sun", "fog", "hail"]).numpy().tolist()
    [1, 4, 0]
    """
    # TODO: write adapt_lookup, and remove the next line.
    raise NotImplementedError("adapt_lookup")


def lookup(vocabulary, data):
    """Give, by hand, each word's index in the vocabulary plus 1, and 0 for an unknown word.

    Args:
        vocabulary: a list of words.
        data: a list of rows, each a list of words. Rows may differ in length, and may be empty.

    Returns:
        A list of lists of ints, one list for each row.

    Raises:
        ValueError: a word occurs twice in the vocabulary.

    >>> lookup(["sun", "rain", "fog"], [["sun", "fog"], ["hail"]])
    [[1, 3], [0]]
    """
    # TODO: write lookup, and remove the next line.
    raise NotImplementedError("lookup")


def adapted_vocabulary(data):
    """Give, by hand, the vocabulary that a layer learns from data.

    Args:
        data: words, as a list of rows of equal length or as one flat list. `[UNK]` is not among them.

    Returns:
        A list of words: `"[UNK]"`, then each word of the data once, the most frequent first, those of
        equal count in reverse alphabetical order.

    >>> adapted_vocabulary(["sun", "rain", "sun", "fog", "rain", "sun", "wind"])
    ['[UNK]', 'sun', 'rain', 'wind', 'fog']
    """
    # TODO: write adapted_vocabulary, and remove the next line.
    raise NotImplementedError("adapted_vocabulary")


def one_hot(vocabulary, data):
    """Give a row for each word, with a 1 in the column of its number and 0 elsewhere.

    Column 0 is that of the unknown words, column i that of the i-th word of the vocabulary, counted from 1.

    Args:
        vocabulary: a list of words, each of them once.
        data: a flat list of words.

    Returns:
        A float32 matrix `(len(data), len(vocabulary) + 1)`, a tensor or a NumPy array.

    >>> import numpy as np
    >>> np.array(one_hot(["sun", "rain", "fog"], ["fog", "hail"]))
    array([[0., 0., 0., 1.],
           [1., 0., 0., 0.]], dtype=float32)
    """
    # TODO: write one_hot, and remove the next line.
    raise NotImplementedError("one_hot")
