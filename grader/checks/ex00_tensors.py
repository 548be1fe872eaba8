"""Checks of ex00: making tensors, converting them, calculating with them, reshaping them."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.expect import items, plain_array, plain_dict, plain_list, require, tensor
from grader.probe import probe


@probe
def answer(submission, name, args, keywords):
    """What the function of this name gives; arrays go in as tensors of their dtype."""
    import numpy as np
    import torch

    from grader.worker.describe import describe

    args = [torch.from_numpy(arg.copy()) if isinstance(arg, np.ndarray) else arg for arg in args]
    result = describe(getattr(submission, name)(*args, **keywords))
    return {"result": result, "args": args}


def _ask(student, function, *args, **keywords):
    """The described result of a function, after a look at whether its arguments are as they were."""
    came = plain_dict(student.call(answer, function, list(args), keywords), function)
    after = plain_list(came["args"], function, length=len(args))
    for arg, now in zip(args, after, strict=True):
        if isinstance(arg, np.ndarray):
            assert_equal(now, arg, f"the argument of {function}(…), which must not change,")
    return came["result"]


def _matrix(rng, *shape):
    return rng.normal(size=shape).astype(np.float32)


def _sizes(rng, count, low=2, high=8):
    """Sizes of which no two are the same, so that no dimension can pass for another."""
    return [int(size) for size in rng.permutation(np.arange(low, high))[:count]]


@check(
    points=1,
    function="zeros_long",
    hint=(
        "Which dtype has torch.zeros unless you ask for another, and which has torch.eye?",
        (
            "A plain torch.zeros holds decimal numbers; torch.long is int64. torch.ones fills every place, so "
            "look for the function whose name sounds like the letter I."
        ),
        (
            "Give the sizes first, rows before columns, and add `dtype=` to the zeros only. For example "
            "torch.ones(4, dtype=torch.int32) holds four int32 ones."
        ),
    ),
)
def test_zeros_and_identity(student, rng):
    """zeros_long gives int64 zeros, identity a float32 identity matrix"""
    for low, high in ((2, 8), (10, 20)):
        rows, cols = _sizes(rng, 2, low, high)
        name = f"zeros_long({rows}, {cols})"
        zeros = tensor(_ask(student, "zeros_long", rows, cols), name, shape=(rows, cols), dtype="int64")
        require(
            not zeros.any(),
            "{name} holds {count} values that are not 0: some ways to make a tensor only reserve its memory.",
            name=name, count=np.count_nonzero(zeros),
        )
    n = int(rng.integers(3, 9))
    eye = tensor(_ask(student, "identity", n), f"identity({n})", shape=(n, n))
    assert_close(eye, np.eye(n), f"identity({n})")


@check(
    points=1,
    function="ranges",
    hint=(
        "Which of the two includes its end? And does `steps` count values or gaps?",
        (
            "torch.arange goes by a step and leaves the end out; torch.linspace goes by a number of values and "
            "reaches the end. NumPy's versions give float64."
        ),
        (
            "Five values from 0 to 8 are 0, 2, 4, 6, 8: four gaps. Hand `steps` on as it is, do not convert "
            "anything to int, and return the pair in the order of the task."
        ),
    ),
)
def test_ranges_by_step_and_by_count(student, rng):
    """ranges gives start, start + step, … without end, and `steps` even values with end"""
    for whole in (True, False):
        count, steps = _sizes(rng, 2, 4, 9)
        if whole:
            start, step = int(rng.choice([-3, -2, -1, 1, 2, 3])), int(rng.integers(2, 5))
            end = start + count * step
        else:  # eighths are exact, so how many values there are does not hang on rounding
            start, step = float(rng.choice([-9, -3, 3, 9])) / 4, float(rng.integers(1, 9)) / 4
            end = start + (count - 0.5) * step
        name = f"ranges({start}, {end}, {step}, {steps})"
        by_step, by_count = items(_ask(student, "ranges", start, end, step, steps), name, length=2)
        first = tensor(by_step, f"the first of {name}", dtype=("float32", "int64") if whole else "float32")
        require(
            first.shape != (count + 1,) or first[-1] < end,
            "The first of {name} holds {last:g}: the end is excluded there.", name=name, last=float(first.flat[-1]),
        )
        assert_close(first, start + step * np.arange(count), f"the first of {name}")
        second = tensor(by_count, f"the second of {name}")
        require(
            second.shape != (steps + 1,),
            "The second of {name} has {got} values: steps counts the values, not the gaps between them.",
            name=name, got=steps + 1,
        )
        assert_close(second, np.linspace(start, end, steps), f"the second of {name}")


@probe
def parameters(submission, rows, cols, std):
    from grader.worker.describe import describe

    draw = submission.normal_parameter
    return [describe(draw(rows, cols, std)), describe(draw(rows, cols, std=std)), describe(draw(rows, cols))]


@check(
    points=1,
    function="normal_parameter",
    hint=(
        "In which order are the values drawn, scaled, and asked for gradients? Is std the deviation or its square?",
        (
            "torch.normal takes the standard deviation, a size and `requires_grad`. randn(…, requires_grad=True) "
            "times a number is a result, no leaf; torch.rand is not normal."
        ),
        (
            "Make all the values final first, with std as it came, and ask for gradients last: in the same call, "
            "or with requires_grad_() on the finished tensor."
        ),
    ),
)
def test_normal_parameter_is_a_leaf_of_small_values(student, rng):
    """normal_parameter draws a leaf that requires grad from N(0, std²)"""
    rows, cols, std = int(rng.integers(60, 70)), 50, float(rng.uniform(0.3, 3))
    came = plain_list(student.call(parameters, rows, cols, std), "normal_parameter", length=3)
    drawn = []
    for seen, scale, given in zip(came, (std, std, 0.01), (f", {std:.3g}", f", std={std:.3g}", ""), strict=True):
        name = f"normal_parameter({rows}, {cols}{given})"
        values = tensor(seen, name, shape=(rows, cols))
        require(seen.get("requires_grad") is True, "{name} does not require grad.", name=name)
        require(
            seen.get("is_leaf") is True,
            "{name} is no leaf: it requires grad as the result of a calculation, so its .grad stays empty.", name=name,
        )
        drawn.append(values)
        _assert_normal(values, scale, name)
    require(not np.array_equal(drawn[0], drawn[1]), "Two calls of normal_parameter give the same values.")


def _assert_normal(values, std, name):
    """At least 3000 values are drawn from N(0, std²), each for itself; every bound is six sigma or more."""
    # The deviation of a sample of 3000 is off by 1.3 % (one sigma).
    deviation = float(values.std())
    require(
        0.92 * std < deviation < 1.08 * std,
        "{name} has values of standard deviation {got:.3g}; {want:.3g} is asked.",
        name=name, got=deviation, want=std,
    )
    # Their mean is off by std / √3000 = 0.018 std.
    mean = float(values.mean())
    require(abs(mean) < 0.11 * std, "{name} has values around {mean:.3g}, not around 0.", name=name, mean=mean)
    # 68.3 % of a normal sample lie within one deviation; that share is off by 0.85 %.
    share = float((np.abs(values) < std).mean())
    require(
        0.63 < share < 0.735,
        "{name}: {percent:.0f} % of the values lie within one standard deviation; of normal ones 68 % do.",
        name=name, percent=100 * share,
    )
    require(np.unique(values).size > 0.9 * values.size, "{name} repeats the same values.", name=name)


@probe
def orders(submission, m, times):
    from grader.worker.describe import describe

    return {
        "long": [describe(submission.permutation(m)) for _ in range(2)],
        "short": [submission.permutation(3) for _ in range(times)],
    }


@check(
    points=1,
    function="permutation",
    hint=(
        "Is each number there once, does the row start with 0, and can every order come?",
        (
            "torch.randint draws with repetition, and turning the row round gives only a few of the orders. Look "
            "in the notes' table for the function that makes a random order."
        ),
        (
            "It takes one number, how many there are, and gives int64 values from 0 on. Add nothing to them, and "
            "set no seed inside of the function."
        ),
    ),
)
def test_permutation_is_a_random_order(student, rng):
    """permutation gives each of 0 … m − 1 once, as int64, in a random order"""
    m, times = int(rng.integers(30, 60)), 600
    came = plain_dict(student.call(orders, m, times), "permutation")
    drawn = []
    for seen in plain_list(came["long"], "permutation", length=2):
        values = tensor(seen, f"permutation({m})", shape=(m,), dtype="int64")
        require(
            np.array_equal(np.sort(values), np.arange(m)),
            "permutation({m}) does not hold each of 0 … {last} once: it goes from {low} to {high}, with {count} "
            "different values.",
            m=m, last=m - 1, low=values.min(), high=values.max(), count=np.unique(values).size,
        )
        drawn.append(values)
    # 30 numbers have 2.7e32 orders.
    require(not np.array_equal(drawn[0], drawn[1]), "permutation({m}) gives the same order in two calls.", m=m)
    counts = {}
    for row in plain_list(came["short"], "permutation(3)", length=times):
        key = tuple(plain_array(row, "permutation(3)", shape=(3,)).tolist())
        counts[key] = counts.get(key, 0) + 1
    # Each of the 6 orders comes 100 times, give or take 9.1 (one sigma); 55 is six of these.
    require(
        len(counts) == 6 and all(45 < count < 155 for count in counts.values()),
        "In {times} calls of permutation(3) the orders came {counts} times; each of the 6 is equally likely.",
        times=times, counts=sorted(counts.values(), reverse=True)[:8],
    )


@probe
def sharing(submission, array, places, values):
    """Write into the array, then into the tensor, and see what the other one shows."""
    import numpy as np
    import torch

    from grader.worker.describe import describe

    array = np.array(array)
    x = submission.share(array)
    seen = {"before": describe(x)}
    array[tuple(places[0])] = values[0]
    seen["after"] = describe(x)
    if seen["after"].get("shape") == list(array.shape) and seen["after"]["type"] == "torch.Tensor":
        with torch.no_grad():
            x[tuple(places[1])] = values[1]
    seen["array"] = array
    return seen


@check(
    points=1,
    function="share",
    hint=(
        "Which of PyTorch's ways to take an array copies it, and for which dtypes? Change the array afterwards.",
        (
            "torch.tensor and clone always copy, torch.Tensor and .float() change the dtype. The notes name a "
            "function that turns an array into a tensor and shares memory."
        ),
        (
            "Its name begins with `from_`, it takes the array alone, and nothing is done to its result: any "
            "conversion after it may copy."
        ),
    ),
)
def test_share_looks_at_the_same_memory(student, rng):
    """share gives a tensor on the memory of the array, of its dtype"""
    for dtype in ("float64", "int64", "float32"):
        array = rng.integers(-99, 100, (3, 4)).astype(dtype)
        places = [[int(rng.integers(3)), 0], [int(rng.integers(3)), 3]]
        values = [int(value) for value in rng.integers(200, 999, 2)]
        came = plain_dict(student.call(sharing, array, places, values), "share")
        name = f"share(array) of a {dtype} array"
        before = tensor(came["before"], name, shape=array.shape, dtype=dtype)
        assert_equal(before, array, name)
        array[tuple(places[0])] = values[0]
        after = tensor(came["after"], name, shape=array.shape, dtype=dtype)
        require(
            after[tuple(places[0])] == values[0],
            "{name} is a copy: the array was changed at {place}, and the tensor shows the old value.",
            name=name, place=places[0],
        )
        assert_equal(after, array, f"{name}, after the array was changed,")
        array[tuple(places[1])] = values[1]
        assert_equal(came["array"], array, f"the array, after {name} was changed,")


@check(
    points=1,
    function="to_double",
    held_back=True,
    hint=(
        "Which dtype is double precision? And does a whole number of 13 digits come through unharmed?",
        (
            "Double precision is float64. What once went through float32 has lost its digits for good, and "
            "Python's float() takes one value only."
        ),
        (
            "Convert in one go, by the tensor's own method named after the type or by `.to` with the dtype, and "
            "return the tensor as it comes."
        ),
    ),
)
def test_to_double_keeps_the_values(student, rng):
    """to_double gives float64 with the same shape and values, whatever the dtype was"""
    for x in (
        _matrix(rng, 2, 3, 4),
        2**40 + rng.integers(0, 2**20, (5,)) * 2 + 1,
        rng.integers(0, 2, (3, 2)).astype(bool),
        rng.normal(size=(4, 1)),
    ):
        name = f"to_double(x) for x {x.shape} of {x.dtype}"
        assert_equal(tensor(_ask(student, "to_double", x), name, shape=x.shape, dtype="float64"), x, name)


def _assert_sums(student, rng, function, axis):
    x = _matrix(rng, *_sizes(rng, 2, 3, 9))
    for given, keywords, keepdim in (((), {}, False), ((True,), {}, True), ((), {"keepdim": True}, True)):
        want = x.sum(axis=axis, keepdims=keepdim)
        said = "".join([*(f", {value}" for value in given), *(f", {key}={value}" for key, value in keywords.items())])
        name = f"{function}(x{said}) for x {x.shape}"
        seen = _ask(student, function, x, *given, **keywords)
        got = tensor(seen, name)
        require(
            got.shape != x.sum(axis=1 - axis, keepdims=keepdim).shape,
            "{name} has shape {got}: it was summed over dim {wrong}; the dim that is named disappears.",
            name=name, got=got.shape, wrong=1 - axis,
        )
        if keepdim:
            require(
                got.shape != x.sum(axis=axis).shape,
                "{name} has shape {got}: with keepdim the summed dimension stays, with size 1.",
                name=name, got=got.shape,
            )
        assert_close(got, want, name)


@check(
    points=1,
    function="column_sums",
    hint=(
        "`dim` names the dimension that disappears. What is left of (n, d) then, with and without keepdim?",
        (
            "torch.sum takes `dim` and `keepdim`. Summing dim 0 of a (2, 3) matrix leaves 3 sums, one for each "
            "column; without dim it adds up everything."
        ),
        (
            "Both functions are the same but for the number given as `dim`. Hand the caller's keepdim on instead "
            "of a fixed True or False."
        ),
    ),
)
def test_sums_of_columns_and_rows(student, rng):
    """column_sums sums over dim 0 and row_sums over dim 1, with and without keepdim"""
    _assert_sums(student, rng, "column_sums", 0)
    _assert_sums(student, rng, "row_sums", 1)


@check(
    points=1,
    function="multiply",
    hint=(
        "One of the two goes element by element, the other one takes rows times columns. Which operator does which?",
        (
            "`*` goes element by element; `@`, torch.mm and torch.matmul take rows times columns. For powers, "
            "`**` and torch.pow go element by element."
        ),
        (
            "Keep a on the left and b on the right, and transpose nothing. In the power, x is the base; a way "
            "through the logarithm fails for negative x."
        ),
    ),
)
def test_multiply_and_power(student, rng):
    """multiply gives the matrix product, power raises each element"""
    n, k, m = _sizes(rng, 3)
    for a, b in ((_matrix(rng, 3, 3), _matrix(rng, 3, 3)), (_matrix(rng, n, k), _matrix(rng, k, m))):
        name = f"multiply(a, b) for a {a.shape} and b {b.shape}"
        product = tensor(_ask(student, "multiply", a, b), name, shape=(a.shape[0], b.shape[1]))
        require(
            a.shape != b.shape or not np.allclose(product, a * b, atol=1e-5),
            "{name} is the product element by element; the matrix product is asked.", name=name,
        )
        assert_close(product, a.astype(float) @ b, name)
    signed, positive = _matrix(rng, 3, 3), rng.uniform(0.5, 2, (2, 5)).astype(np.float32)
    for x, exponent in ((signed, 2), (signed, 3), (positive, float(rng.uniform(0.3, 2.7))), (positive, -1)):
        name = f"power(x, {exponent:.4g}) for x {x.shape}"
        powers = tensor(_ask(student, "power", x, exponent), name, shape=x.shape)
        require(
            exponent != 2 or not np.allclose(powers, x.astype(float) @ x, atol=1e-5) or np.allclose(powers, x**2),
            "{name} is the matrix product of x with itself; the power of each element is asked.", name=name,
        )
        assert_close(powers, x.astype(float) ** exponent, name)


@check(
    points=1,
    function="to_columns",
    hint=(
        "Which size may be −1? In which order does reshape read the values, and in which does it write them?",
        (
            "In a shape the rows come first and the columns second; −1 leaves one size to PyTorch. `.T` "
            "afterwards would put the values into another order."
        ),
        (
            "Use torch.reshape with the pair of the unknown number of rows and the given `columns`. "
            "torch.arange(6) in 3 columns is 0 1 2 over 3 4 5."
        ),
    ),
)
def test_to_columns_keeps_the_order(student, rng):
    """to_columns gives (−1, columns) with the values in their order, of the same dtype"""
    for x, columns in (
        (_matrix(rng, 4, 6), 3),
        (rng.integers(-99, 99, (2, 3, 4)), int(rng.choice([2, 6, 8]))),
        (_matrix(rng, 30), int(rng.choice([5, 6, 10]))),
    ):
        name = f"to_columns(x, {columns}) for x {x.shape}"
        seen = _ask(student, "to_columns", x, columns)
        got = tensor(seen, name, shape=(x.size // columns, columns), dtype=x.dtype.name)
        assert_close(got, x.reshape(-1, columns), name)


@check(
    points=1,
    function="flatten_batch",
    hint=(
        "nn.Flatten keeps what comes before its start_dim. Which dimension is the batch, also where it has size 1?",
        (
            "nn.Flatten() is a layer: make it, then call it on the images. squeeze is no way to do this, for it "
            "also drops a batch of size 1."
        ),
        (
            "By default it starts from dimension 1, so the batch stays. For everything in one row it has to start"
            " from the very first dimension."
        ),
    ),
)
def test_flatten_a_batch_and_all(student, rng):
    """flatten_batch gives (N, C·H·W), flatten_all one dimension, the values in their order"""
    n, c, h, w = _sizes(rng, 4)
    for function, kept in (("flatten_batch", 1), ("flatten_all", 0)):
        for images in (_matrix(rng, n, c, h, w), _matrix(rng, 1, c, h, w)):
            name = f"{function}(images) for images {images.shape}"
            shape = (*images.shape[:kept], images.size // images.shape[0] if kept else images.size)
            got = tensor(_ask(student, function, images), name, shape=shape)
            assert_close(got, images.reshape(shape), name)
