"""Checks of ex20: TensorFlow's matrix product, square and sums, with NumPy arrays and with tensors."""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import array, plain_array, plain_dict, plain_list, require
from grader.probe import probe

LIBRARIES = ("tensorflow",)
LIMITS = {"memory_mb": 2048}


@probe
def results(submission, function, arguments, as_tensors, options, keywords):
    """What a function gives for float32 arguments, and what these are after it."""
    import numpy as np
    import tensorflow as tf

    from grader.worker.describe import describe

    arrays = [np.array(argument, dtype=np.float32) for argument in arguments]
    given = [tf.constant(value) for value in arrays] if as_tensors else arrays
    result = getattr(submission, function)(*given, *options, **keywords)
    return {"result": describe(result), "arguments": [np.array(value) for value in given]}


def _result(student, function, arguments, *, shape, as_tensors=False, options=(), **keywords):
    """The values that came for these arguments, once they are a float32 tensor of the shape asked."""
    kind = "tensors" if as_tensors else "NumPy arrays"
    shapes = ", ".join(str(np.shape(argument)) for argument in arguments)
    words = "".join([*(f", {option}" for option in options), *(f", {key}={value}" for key, value in keywords.items())])
    name = f"{function}(…{words}) for {kind} of shape {shapes}"
    sent = [function, arguments, as_tensors, list(options), keywords]
    came = plain_dict(student.call(results, *sent), name)
    values = array(came["result"], name, ("tf.Tensor",), shape=shape)
    after = plain_list(came["arguments"], name, length=len(arguments))
    for place, (argument, left) in enumerate(zip(arguments, after, strict=True), 1):
        left = plain_array(left, f"argument {place} of {name}", shape=np.shape(argument))
        require(
            left.dtype == np.float32 and np.array_equal(left, np.asarray(argument, dtype=np.float32)),
            "{name} changed its argument {place}.", name=name, place=place,
        )
    return values, name


def _matrix(rng):
    return rng.normal(size=(int(rng.integers(2, 6)), int(rng.integers(6, 10))))


@check(
    points=1.5,
    function="linear",
    hint=(
        "Which product takes (n, d) and (d, 1) to (n, 1)? And what is it a tensor of, where NumPy arrays come in?",
        (
            "tf.matmul takes NumPy arrays and tensors and gives a tensor; `@` of two arrays stays NumPy. `*` goes"
            " element by element."
        ),
        (
            "Product with X on the left, then b added, no squeeze and no .numpy(): tf.matmul(A, v) - c would take"
            " a number away in the same manner."
        ),
    ),
)
def test_linear_gives_xw_plus_b(student, rng):
    """linear gives Xw + b as a tensor, for tensors and for NumPy arrays"""
    for as_tensors, n, d in ((True, 5, 3), (False, 4, 2), (False, 1, 1), (True, 3, 3)):
        X, w, b = rng.normal(size=(n, d)), rng.normal(size=(d, 1)), rng.uniform(1, 3, size=1)
        values, name = _result(student, "linear", [X, w, b], shape=(n, 1), as_tensors=as_tensors)
        require(not np.allclose(values, X @ w, atol=1e-4), "{name} is Xw: b is missing.", name=name)
        assert_close(values, X @ w + b, name)


@check(
    points=1.5,
    function="squared_error",
    hint=(
        "One value for each element: is anything summed, averaged or halved?",
        (
            "First the difference, then its square: the difference of two squares is something else. There is no "
            "½ here, and losses of the library average."
        ),
        (
            "tf.square squares each element and keeps the shape: tf.square([3., -2.]) holds 9 and 4. Give it the "
            "difference, and do nothing to what it gives."
        ),
    ),
)
def test_squared_error_is_the_square_of_the_difference(student, rng):
    """squared_error gives (ŷ − y)² for each element, without ½"""
    for as_tensors, shape in ((True, (6, 1)), (True, (4, 3))):
        y_hat, y = rng.normal(size=shape), rng.normal(size=shape)
        values, name = _result(student, "squared_error", [y_hat, y], shape=shape, as_tensors=as_tensors)
        assert_close(values, (y_hat - y) ** 2, name)


@check(
    points=1,
    function="squared_error",
    held_back=True,
    hint=(
        "Arrays of any shape come in, NumPy's too: does a tensor come out, and do the arguments stay as they are?",
        (
            "Two arrays calculated without TensorFlow give an array. `-=` writes into the caller's array. A "
            "reshape ties the result to one shape."
        ),
        (
            "Let TensorFlow do one of the two steps, the square or the subtraction, on new values, and leave the "
            "shape alone."
        ),
    ),
)
def test_squared_error_takes_numpy_of_any_shape(student, rng):
    """squared_error gives a tensor for NumPy arrays of any shape and leaves them alone"""
    for shape in ((), (5,), (2, 3, 4)):
        y_hat, y = rng.normal(size=shape), rng.normal(size=shape)
        values, name = _result(student, "squared_error", [y_hat, y], shape=shape)
        assert_close(values, (y_hat - y) ** 2, name)


@check(
    points=1,
    function="column_sums",
    hint=(
        "How many columns has x? As many sums are asked. Which dimension has to disappear for that?",
        (
            "axis names what disappears. x of shape (2, 3) has three columns; to be left with three sums, the 2 "
            "must go. reduce_mean is another function."
        ),
        (
            "tf.reduce_sum with the axis along which rows are counted. Axes are counted from 0. The result stays "
            "a tensor, without .numpy()."
        ),
    ),
)
def test_column_sums_has_one_sum_per_column(student, rng):
    """column_sums gives the sum of each column, one dimension less"""
    for as_tensors in (True, False):
        x = _matrix(rng)
        values, name = _result(student, "column_sums", [x], shape=x.shape[1:], as_tensors=as_tensors)
        assert_close(values, x.sum(axis=0), name)


@check(
    points=1,
    function="column_sums",
    hint=(
        "What does keepdims make of the dimension that was summed over?",
        (
            "keepdims leaves the summed dimension there with size 1: sums of columns of (2, 3) become (1, 3). It "
            "is off unless the caller asks."
        ),
        (
            "reduce_sum has an argument of this name. Hand your own on to it, no fixed True or False; then no "
            "reshape and no expand_dims is needed."
        ),
    ),
)
def test_column_sums_keeps_the_dimension(student, rng):
    """column_sums with keepdims gives one row, and without it none"""
    for options, keywords in (((True,), {}), ((), {"keepdims": True}), ((False,), {})):
        x = _matrix(rng)
        want = x.sum(axis=0, keepdims=bool(options[0] if options else True))
        values, name = _result(student, "column_sums", [x], shape=want.shape, options=options, **keywords)
        assert_close(values, want, name)


@check(
    points=1,
    function="row_sums",
    hint=(
        "How many rows has x? As many sums are asked. Which dimension has to disappear for that?",
        (
            "axis names what disappears. x of shape (2, 3) has two rows; to be left with two sums, the 3 must go."
            " A Python list is no tensor."
        ),
        "The same call as for the columns with the other axis, over all columns to the last one.",
    ),
)
def test_row_sums_has_one_sum_per_row(student, rng):
    """row_sums gives the sum of each row, one dimension less"""
    for as_tensors in (True, False):
        x = _matrix(rng)
        values, name = _result(student, "row_sums", [x], shape=x.shape[:1], as_tensors=as_tensors)
        assert_close(values, x.sum(axis=1), name)


@check(
    points=1,
    function="row_sums",
    hint=(
        "What does keepdims make of the dimension that was summed over?",
        (
            "keepdims leaves the summed dimension there with size 1: sums of rows of (2, 3) become a column (2, "
            "1). It does not keep the whole shape."
        ),
        (
            "Hand the caller's keepdims on to reduce_sum, where True gives a column and False one dimension less;"
            " nothing is repeated or reshaped."
        ),
    ),
)
def test_row_sums_keeps_the_dimension(student, rng):
    """row_sums with keepdims gives one column, and without it none"""
    for options, keywords in (((True,), {}), ((), {"keepdims": True}), ((False,), {})):
        x = _matrix(rng)
        want = x.sum(axis=1, keepdims=bool(options[0] if options else True))
        values, name = _result(student, "row_sums", [x], shape=want.shape, options=options, **keywords)
        assert_close(values, want, name)


@check(
    points=1,
    function="total",
    hint=(
        "No dimension is left. What does reduce_sum do when it is told of no axis?",
        (
            "Without an axis reduce_sum goes over all of them and leaves shape (). A list of axes, or one after "
            "the other, is right for matrices only."
        ),
        (
            "Give it x alone and return what comes: a tensor, no float() and no .numpy(). tf.reduce_max works in "
            "the same manner."
        ),
    ),
)
def test_total_sums_everything(student, rng):
    """total gives the sum of all elements as a scalar tensor"""
    for as_tensors in (True, False):
        x = _matrix(rng)
        values, name = _result(student, "total", [x], shape=(), as_tensors=as_tensors)
        assert_close(values, x.sum(), name)


@check(
    points=1,
    function="total",
    held_back=True,
    hint=(
        "A vector, a stack of matrices, a single number: does total depend on how many dimensions x has?",
        (
            "A sum over axis 0 and then axis 1 counts on two dimensions. keepdims, or a reshape at the end, "
            "leaves dimensions that are not asked."
        ),
        "Name no axis at all: then a single number and a stack of matrices take the same way.",
    ),
)
def test_total_takes_any_number_of_dimensions(student, rng):
    """total works whatever the number of dimensions"""
    for as_tensors, shape in ((True, ()), (False, (7,)), (True, (2, 3, 4)), (False, (2, 2, 3, 2)), (True, (1, 1))):
        x = rng.normal(size=shape) + 1
        values, name = _result(student, "total", [x], shape=(), as_tensors=as_tensors)
        assert_close(values, x.sum(), name)
