"""Checks of ex21: words to numbers with Keras' layer and by hand, vocabularies learned from data, one-hot rows."""

from collections import Counter

import numpy as np

from grader.check import check
from grader.compare import assert_equal
from grader.errors import WrongAnswer
from grader.expect import array, items, kind_of, number, plain, plain_dict, plain_list, require
from grader.probe import probe

LIBRARIES = ("tensorflow", "keras")
LIMITS = {"memory_mb": 2048}

SHOWN = 8


def _words(rng, count):
    """So many different words in no order, of small letters; some begin with others, or hold them."""
    words = set()
    while len(words) < count:
        word = "".join(rng.choice(list("abcdefghij"), size=int(rng.integers(1, 5))))
        words.add(word)
        if len(words) + 1 < count and rng.random() < 0.3:
            words.add(word + "abcdefghij"[int(rng.integers(10))])
    return [str(word) for word in rng.permutation(sorted(words))]


def _split(rng, known, unknown):
    """A vocabulary, and words that are not in it."""
    words = _words(rng, known + unknown)
    return words[:known], words[known:]


def _draw(rng, words, size):
    return rng.choice(np.array(words, dtype=object), size=size).tolist()


def _ordered(words, counts):
    """The vocabulary: words by falling count, equal ones in reverse alphabetical order."""
    return ["[UNK]", *sorted(words, key=lambda word: (counts[word], word), reverse=True)]


def _counted(rng, singles=3):
    """Words in rows of four, and their vocabulary, which every wrong way to order them misses.

    One word stands three times in one row, another twice in two: so to count rows is not to count words.
    """
    while True:
        often, thick, thin, other, *rare = _words(rng, 4 + singles)
        rest = [*[often] * 4, other, other, thin, *rare]
        rest += [often] * (-len(rest) % 4)
        rest = [str(word) for word in rng.permutation(rest)]
        rows = [rest[start : start + 4] for start in range(0, len(rest), 4)]
        rows.insert(int(rng.integers(len(rows))), [str(word) for word in rng.permutation([thick] * 3 + [thin])])
        counts, in_rows = Counter(_flat(rows)), Counter(word for row in rows for word in set(row))
        right, last_first = _ordered(counts, counts)[1:], [*counts][::-1]
        wrong = (
            [word for word, _ in counts.most_common()],
            sorted(last_first, key=lambda word: -counts[word]),
            sorted(counts, key=lambda word: (-counts[word], word)),
            _ordered(counts, in_rows)[1:],
        )
        if right not in wrong:
            return rows, ["[UNK]", *right]


def _flat(rows):
    return [word for row in rows for word in row]


def _shown(words):
    return "[" + ", ".join(map(repr, words[:SHOWN])) + (", …]" if len(words) > SHOWN else "]")


@probe
def looked_up(submission, function, argument, questions):
    """Make a layer from a vocabulary or from data, and ask it for numbers."""
    import keras
    import tensorflow as tf

    from grader.worker.describe import describe

    before = repr(argument)
    layer = getattr(submission, function)(argument)
    told = {"type": type(layer).__name__[:80], "layer": isinstance(layer, keras.layers.StringLookup)}
    told["kept"] = repr(argument) == before
    if told["layer"]:
        told["vocabulary"] = [str(word) for word in layer.get_vocabulary()]
        told["refused"] = ""
        try:
            told["numbers"] = [describe(layer(tf.constant(question))) for question in questions]
        except Exception as error:  # a layer that is set up wrongly refuses words
            told["refused"] = str(error).replace("\x1b[1m", "").replace("\x1b[0m", "")[:600]
    return told


def _assert_numbers(came, function, questions, vocabulary):
    """The layer gave each question's numbers; `vocabulary` is the one without [UNK]."""
    kind = plain(came["type"], function, str)
    require(
        came["layer"] is True,
        "{function}(…) gives something of type {kind}; a tf.keras.layers.StringLookup is asked.",
        function=function, kind=kind,
    )
    refused = plain(came["refused"], function, str)
    require(not refused, "The layer of {function}(…) takes no words: {refused}", function=function, refused=refused)
    place = {word: index for index, word in enumerate(vocabulary, 1)}
    numbers = plain_list(came["numbers"], function, length=len(questions))
    for question, told in zip(questions, numbers, strict=True):
        want = np.vectorize(lambda word: place.get(word, 0))(np.array(question, dtype=object))
        name = f"the layer of {function}(…) on {question}"
        got = array(told, name, ("tf.Tensor",), shape=want.shape, dtype=("int64", "int32"))
        require(
            np.array_equal(got, want), "{name} gives {got}, expected {want}; its vocabulary is {vocabulary}.",
            name=name, got=got.tolist(), want=want.tolist(), vocabulary=_shown(vocabulary),
        )
    require(came["kept"] is True, "{function}(…) changed the list that it was given.", function=function)


@check(
    points=2,
    function="make_lookup",
    hint=(
        "What number does the vocabulary's first word get, and what is 0 for? Are the words still in the order given?",
        (
            "Number 0 is kept for unknown words, so the first word gets 1, all by itself. A mask token or more "
            "than one number for unknown words moves the others up."
        ),
        (
            "StringLookup takes your list under the keyword vocabulary; leave its other settings alone, return "
            "the layer, and neither sort nor adapt."
        ),
    ),
)
def test_make_lookup_gives_index_plus_one(student, rng):
    """make_lookup gives a StringLookup layer: index in the vocabulary plus 1, unknown words 0"""
    vocabulary, unknown = _split(rng, 7, 4)
    rows = _draw(rng, [*vocabulary, *unknown[:2]], (3, 4))
    flat = [*vocabulary, *unknown]
    came = plain_dict(student.call(looked_up, "make_lookup", vocabulary, [rows, flat]), "make_lookup")
    _assert_numbers(came, "make_lookup", [rows, flat], vocabulary)


@check(
    points=1.5,
    function="adapt_lookup",
    hint=(
        "Which method of the layer learns from data? What happens to what it knew when it is called again?",
        (
            "adapt learns by counting words; each further call forgets the one before, and it gives None. It "
            "takes rows and a flat list as they are."
        ),
        (
            "Three lines: a layer without vocabulary, one call of its method on all of the data, the layer "
            "returned. Making words distinct first would lose the counts."
        ),
    ),
)
def test_adapt_lookup_learns_the_vocabulary(student, rng):
    """adapt_lookup gives a layer that learned its vocabulary, from rows and from a flat list"""
    for as_rows in (True, False):
        rows, vocabulary = _counted(rng)
        data = rows if as_rows else _flat(rows)
        question = [*vocabulary[1:], "k", "kk"]
        came = plain_dict(student.call(looked_up, "adapt_lookup", data, [question]), "adapt_lookup")
        if came["layer"] is True:
            _assert_vocabulary(came["vocabulary"], "the vocabulary of adapt_lookup(…)", vocabulary, data)
        _assert_numbers(came, "adapt_lookup", [question], vocabulary[1:])


def _assert_vocabulary(seen, name, want, data):
    """A plain list of words is the vocabulary expected; if not, say how they differ."""
    got = [plain(word, name, str) for word in plain_list(seen, name)]
    if got == want:
        return
    values = {"name": name, "got": _shown(got), "want": _shown(want), "data": data}
    if "[UNK]" not in got:
        raise WrongAnswer("{name} lacks [UNK]: it is {got}, expected {want}, for {data}.", **values)
    if len(set(got)) < len(got):
        raise WrongAnswer("{name} has a word twice: it is {got}, expected {want}, for {data}.", **values)
    if set(got) != set(want):
        raise WrongAnswer("{name} has other words than the data: it is {got}, expected {want}, for {data}.", **values)
    counts = Counter(_flat(data) if type(data[0]) is list else data)
    order = [counts[word] for word in got if word != "[UNK]"]
    if got[0] == "[UNK]" and order == sorted(order, reverse=True):
        raise WrongAnswer(
            "{name} has words of equal count in another order: it is {got}, expected {want} (reverse alphabetical), "
            "for {data}.", **values,
        )
    raise WrongAnswer("{name} is {got}, expected {want}, for {data}.", **values)


@probe(off=("lookups",))
def by_hand(submission, function, may_refuse, *arguments):
    """What a function gives with the lookup layers off, or that it refused; and whether it changed its arguments."""
    from grader.worker.describe import describe

    before = repr(arguments)
    refused, result = False, None
    try:
        result = getattr(submission, function)(*arguments)
    except ValueError:
        if not may_refuse:
            raise
        refused = True
    words = isinstance(result, list | tuple) and all(isinstance(word, str) for word in result)
    return {
        "refused": refused,
        "result": describe(result),
        "words": [str(word) for word in result] if words else None,
        "kept": repr(arguments) == before,
    }


def _whole(seen, name):
    """A described whole number, Python's or NumPy's."""
    if kind_of(seen).startswith("numpy."):
        return int(array(seen, name, ("numpy.int64", "numpy.int32"), shape=(), dtype=None))
    return number(seen, name, "int")


def _assert_rows(came, vocabulary, rows):
    name = f"lookup({_shown(vocabulary)}, {rows})"
    place = {word: index for index, word in enumerate(vocabulary, 1)}
    got = []
    for row in items(came["result"], name, kinds=("list",)):
        got.append([_whole(value, f"a number in {name}") for value in items(row, f"a row of {name}", kinds=("list",))])
    want = [[place.get(word, 0) for word in row] for row in rows]
    require(got == want, "{name} is {got}, expected {want}.", name=name, got=str(got)[:300], want=want)
    require(came["kept"] is True, "{name} changed its arguments.", name=name)


@check(
    points=1.5,
    function="lookup",
    hint=(
        "Without the layer: how do you get from a word to its place? What of a word that has none, or a short row?",
        (
            "A dict leads from a word to its number; its get takes a second value for words that are not there. "
            "list.index raises for these. enumerate can count from 1."
        ),
        (
            "Build the dict once, then make a list for each row: where \"a\" has 5, .get(\"z\", 9) gives 9. Rows keep"
            " their own length, empty ones too; the result is plain lists of ints."
        ),
    ),
)
def test_lookup_gives_index_plus_one(student, rng):
    """lookup gives, by hand, index plus 1 and 0 for unknown words, for rows of any length"""
    vocabulary, unknown = _split(rng, 7, 5)
    rows = [_draw(rng, [*vocabulary, *unknown], size) for size in (4, 1, 3)]
    for data in ([vocabulary, unknown], [*rows, [], vocabulary[:2]], [row[:1] for row in rows]):
        came = plain_dict(student.call(by_hand, "lookup", False, vocabulary, data), "lookup")
        _assert_rows(came, vocabulary, data)


@check(
    points=0.5,
    function="lookup",
    held_back=True,
    hint=(
        "Two numbers for one word cannot both be right. Which exception says that a value is wrong?",
        (
            "In a dict the second entry silently replaces the first. Comparing neighbours misses words that stand"
            " apart. A set keeps each word once."
        ),
        (
            "Compare how many words there are with how many different ones, before you look anything up, and "
            "raise ValueError if they differ: \"aab\" has 3 letters, 2 different."
        ),
    ),
)
def test_lookup_refuses_a_repeated_word(student, rng):
    """lookup raises ValueError where a word occurs twice in the vocabulary"""
    for repeated in (bool(bit) for bit in rng.permutation([0, 1, 1, *rng.integers(0, 2, size=3)])):
        vocabulary, unknown = _split(rng, 6, 2)
        first = int(rng.integers(4))
        place = int(rng.integers(first + 2, 7))  # not beside the other one
        again = [vocabulary[first]] if repeated else unknown[:1]
        vocabulary = [*vocabulary[:place], *again, *vocabulary[place:]]
        rows = [_draw(rng, [*vocabulary, *unknown], 3) for _ in range(2)]
        came = plain_dict(student.call(by_hand, "lookup", repeated, vocabulary, rows), "lookup")
        if not repeated:
            _assert_rows(came, vocabulary, rows)
            continue
        require(
            came["refused"] is True,
            "lookup takes the vocabulary {vocabulary}, in which {word} occurs twice.",
            vocabulary=vocabulary, word=again[0],
        )


def _assert_adapted(student, data, vocabulary):
    name = "adapted_vocabulary(…)"
    came = plain_dict(student.call(by_hand, "adapted_vocabulary", False, data), name)
    kind = kind_of(came["result"])
    require(
        came["words"] is not None, "{name} is of type {kind}; a list of words is asked, for {data}.",
        name=name, kind=kind, data=data,
    )
    _assert_vocabulary(came["words"], name, vocabulary, data)
    require(came["kept"] is True, "{name} changed its argument.", name=name)


@check(
    points=1.5,
    function="adapted_vocabulary",
    hint=(
        "First by how often a word occurs, then by the alphabet, both falling. What stands before all words?",
        (
            "collections.Counter counts. sorted takes a key that is a pair: count first, word second; "
            "reverse=True turns both round. Python compares pairs from the left."
        ),
        (
            "First bring both kinds of data into one flat list of words, count, sort the different words by that "
            "pair, and put \"[UNK]\" in front. The counts stay out of the list."
        ),
    ),
)
def test_adapted_vocabulary_orders_by_frequency(student, rng):
    """adapted_vocabulary gives [UNK], then the words by falling frequency, equal ones in reverse alphabetical order"""
    for as_rows in (True, False):
        rows, vocabulary = _counted(rng)
        _assert_adapted(student, rows if as_rows else _flat(rows), vocabulary)


@check(
    points=0.5,
    function="adapted_vocabulary",
    held_back=True,
    hint=(
        "Do many words of one count, a row of one word, and rows against a flat list, all come out alike?",
        (
            "most_common leaves equal counts in the order of their coming. A flat list of words falls into "
            "letters if each word is taken for a row."
        ),
        (
            "Sort once by count and word together, both falling. isinstance(thing, str) tells a word from a row. "
            "Count occurrences, not the rows in which a word stands."
        ),
    ),
)
def test_adapted_vocabulary_breaks_every_tie(student, rng):
    """adapted_vocabulary puts many words of equal count in reverse alphabetical order, whatever the data's form"""
    rows, vocabulary = _counted(rng, singles=9)
    for data in (rows, _flat(rows), [[word] for word in _flat(rows)], [_flat(rows)]):
        _assert_adapted(student, data, vocabulary)


@probe
def encoded(submission, vocabulary, words):
    from grader.worker.describe import describe

    before = repr([vocabulary, words])
    matrix = submission.one_hot(vocabulary, words)
    return {"matrix": describe(matrix), "kept": repr([vocabulary, words]) == before}


def _assert_one_hot(student, vocabulary, words):
    name = f"one_hot({_shown(vocabulary)}, {_shown(words)})"
    came = plain_dict(student.call(encoded, vocabulary, words), name)
    shape = (len(words), len(vocabulary) + 1)
    matrix = array(came["matrix"], name, ("tf.Tensor", "numpy.ndarray"), shape=shape)
    want = np.zeros(shape)
    for row, word in enumerate(words):
        want[row, vocabulary.index(word) + 1 if word in vocabulary else 0] = 1
    ones = matrix.sum(axis=1)
    for row in range(len(words)):
        require(ones[row] == 1, "Row {row} of {name} does not have exactly one 1.", row=row, name=name)
        require(
            np.array_equal(matrix[row], want[row]),
            "{name} has the 1 of {word} in column {got}, expected column {want}.",
            name=name, word=words[row], got=int(matrix[row].argmax()), want=int(want[row].argmax()),
        )
    assert_equal(matrix, want, name)
    require(came["kept"] is True, "{name} changed its arguments.", name=name)


@check(
    points=1.5,
    function="one_hot",
    hint=(
        "How many columns are there, and whose is the first? Which dtype does the layer give, and which is asked?",
        (
            "The numbers of make_lookup are the columns: column 0 is for unknown words, so there is one column "
            "more than words. tf.one_hot gives float32, the layer int64."
        ),
        (
            "tf.one_hot takes numbers and how many columns: tf.one_hot([2, 0], 4) has its ones in columns 2 and "
            "0. The number of columns comes from the vocabulary, not from the data."
        ),
    ),
)
def test_one_hot_marks_the_column_of_the_word(student, rng):
    """one_hot gives a float32 matrix with a 1 in the column of each word's number"""
    vocabulary, unknown = _split(rng, 6, 3)
    _assert_one_hot(student, vocabulary, [*vocabulary, *unknown])
    _assert_one_hot(student, vocabulary, _draw(rng, [*vocabulary, *unknown], 4))


@check(
    points=1,
    function="one_hot",
    held_back=True,
    hint=(
        "One word alone, only unknown words, one word several times: is the shape always (words, vocabulary + 1)?",
        (
            "squeeze loses the row of a single word; a depth taken from the largest number is too small where the"
            " last word does not come."
        ),
        (
            "One row for each word of data, also for words that occur again; the number of columns is the length "
            "of the vocabulary and one more, always."
        ),
    ),
)
def test_one_hot_works_for_every_list(student, rng):
    """one_hot works for a single word, for unknown words only, and for words that occur again"""
    vocabulary, unknown = _split(rng, 5, 3)
    for words in ([vocabulary[3]], unknown, [vocabulary[1]] * 3 + [vocabulary[0]], unknown[:1]):
        _assert_one_hot(student, vocabulary, words)
    _assert_one_hot(student, vocabulary[:1], [*vocabulary[:2], vocabulary[0]])
