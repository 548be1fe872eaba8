"""Checks of ex22: a variable with GlorotNormal's values, and the factorization machine as a Keras model."""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import array, kind_of, plain, plain_array, plain_dict, require
from grader.probe import probe

LIBRARIES = ("tensorflow", "keras")
LIMITS = {"memory_mb": 2048}

VARIABLE = ("tf.Variable",)
TENSOR = ("tf.Tensor",)
CUT = 2.2737
"""GlorotNormal cuts a normal distribution at two of its deviations and widens the rest to the deviation asked."""


@probe
def factors(submission, num_features, num_factors, scales):
    """The variable, whether it is one that can be trained, and the gradient of a sum by it."""
    import tensorflow as tf

    from grader.worker.describe import describe

    variable = submission.make_factors(num_features, num_factors)
    told = {"variable": describe(variable), "real": isinstance(variable, tf.Variable)}
    if told["real"] and tuple(variable.shape) == scales.shape:
        told["trainable"] = bool(variable.trainable)
        with tf.GradientTape() as tape:
            total = tf.reduce_sum(tf.cast(variable, tf.float32) * tf.constant(scales, dtype=tf.float32))
        told["gradient"] = tape.gradient(total, variable)
    return told


@check(
    points=2,
    function="make_factors",
    hint=(
        "What does a tape watch by itself? Which shape does the initializer need, and which dtype is asked?",
        (
            "tf.Variable can be assigned to and is watched by a tape; a tensor or an array is not. GlorotNormal()"
            " is the maker of values, not the values."
        ),
        (
            "Call the initializer on the shape (rows are features), and make a tf.Variable of what it gives: "
            "trainable, and float32. A Keras variable is another class."
        ),
    ),
)
def test_make_factors_is_a_trainable_variable(student, rng):
    """make_factors gives a trainable float32 tf.Variable of shape (num_features, num_factors)"""
    for rows, columns in ((int(rng.integers(2, 9)), int(rng.integers(9, 15))), (5, 1)):
        name, scales = f"make_factors({rows}, {columns})", rng.normal(size=(rows, columns))
        came = plain_dict(student.call(factors, rows, columns, scales), name)
        values = array(came["variable"], name, VARIABLE, shape=(rows, columns))
        require(came["real"] is True, "{name} is a variable of Keras; a tf.Variable is asked.", name=name)
        require(came["trainable"] is True, "{name} is a variable that is not trainable.", name=name)
        require(came["gradient"] is not None, "No gradient reaches {name} in a GradientTape.", name=name)
        assert_close(came["gradient"], scales, f"the gradient of a weighted sum of {name}")
        require(values.any(), "{name} holds only zeros.", name=name)


def _assert_glorot(values, name):
    """The values are drawn as GlorotNormal draws them."""
    rows, columns = values.shape
    asked, size = float(np.sqrt(2 / (rows + columns))), values.size
    came, largest = float(values.std()), float(np.abs(values).max())
    shown = {"name": name, "came": f"{came:.4g}", "asked": f"{asked:.4g}"}
    # Cut at two deviations, the normal distribution has kurtosis 2.36, so the sample's deviation is off by
    # √(1.36 / 4n), which is 0.53 % for n = 12,000. 4 % is more than seven of these.
    require(
        abs(came / asked - 1) < 0.04,
        "{name}: the values have standard deviation {came}; GlorotNormal's is √(2 / ({rows} + {columns})) = {asked}.",
        rows=rows, columns=columns, **shown,
    )
    # The mean of n values has deviation asked / √n; 6 of these.
    require(
        abs(float(values.mean())) < 6 * asked / np.sqrt(size),
        "{name}: the values do not lie around 0; their mean is {mean}.", mean=f"{float(values.mean()):.4g}", **shown,
    )
    require(
        largest < CUT * asked * 1.001,
        "{name}: a value lies at {largest} deviations; GlorotNormal gives none beyond {cut:.2f}. Is the normal "
        "distribution not cut off?", largest=f"{largest / asked:.2f}", cut=CUT, **shown,
    )
    # 3.4 % of the values lie beyond 2 deviations; that none of 12,000 does has a chance of e^-400.
    require(
        largest > 2 * asked,
        "{name}: no value lies further out than {largest} deviations. Are they spread evenly (GlorotUniform)?",
        largest=f"{largest / asked:.2f}", **shown,
    )
    # Among 12,000 float32 values about ten pairs are equal by chance.
    require(len(np.unique(values)) > 0.98 * size, "{name}: values occur more than once.", **shown)


def _large(rng):
    """A shape of at least 12,000 values whose two sides both matter."""
    return int(rng.integers(150, 200)), int(rng.integers(80, 120))


@check(
    points=2,
    function="make_factors",
    hint=(
        "Which initializer does the notes' code call? Compare the deviation with √(2 / (fan_in + fan_out)).",
        (
            "Glorot's deviation takes rows and columns together, and its normal form is cut off far out. "
            "GlorotUniform, RandomNormal and a fixed deviation are others."
        ),
        (
            "Use the class from tf.keras.initializers as it is, once for the whole shape, and do nothing to its "
            "values: no scaling, no abs, no row by row."
        ),
    ),
)
def test_make_factors_draws_from_glorot_normal(student, rng):
    """make_factors draws its initial values from GlorotNormal"""
    rows, columns = _large(rng)
    name = f"make_factors({rows}, {columns})"
    came = plain_dict(student.call(factors, rows, columns, np.zeros((rows, columns))), name)
    _assert_glorot(array(came["variable"], name, VARIABLE, shape=(rows, columns)), name)


@probe
def machine(submission, num_features, num_factors, x, values, scales):
    """The model's parts as they start; then, with these values in its parts, its output and gradients."""
    import keras
    import tensorflow as tf

    from grader.worker.describe import describe

    model = submission.FM(num_features, num_factors)
    kind = f"{type(model).__module__}.{type(model).__qualname__}"[:80]
    if not isinstance(model, keras.layers.Layer):
        return {"model": False, "kind": kind}
    x = tf.constant(x, dtype=tf.float32)
    first = describe(model(x))
    linear, v = getattr(model, "linear", None), getattr(model, "v", None)
    dense = isinstance(linear, keras.layers.Dense)
    built = dense and linear.built
    told = {
        "model": True,
        "kind": kind,
        "first": first,
        "linear": type(linear).__name__[:80],
        "dense": dense,
        "built": built,
        "kernel": describe(linear.kernel) if built else None,
        "bias": describe(linear.bias) if built and linear.use_bias else None,
        "v": describe(v),
    }
    variable = v if isinstance(v, tf.Variable) else v.value if isinstance(v, keras.Variable) else None
    if not values or variable is None or told["bias"] is None:
        return told
    parts = (linear.kernel, linear.bias, v)
    if any(tuple(part.shape) != value.shape for part, value in zip(parts, values, strict=True)):
        return told
    for part, value in zip(parts, values, strict=True):
        part.assign(tf.constant(value, dtype=tf.float32))
    kernel = linear.kernel if isinstance(linear.kernel, tf.Variable) else linear.kernel.value
    with tf.GradientTape() as tape:
        output = model(x)
        total = tf.reduce_sum(output * tf.constant(scales, dtype=tf.float32))
    told["output"] = describe(output)
    told["v_grad"], told["kernel_grad"] = tape.gradient(total, [variable, kernel])
    return told


def _parts(came, name, rows, columns):
    """Look at the model's parts; gives the values of v as they were."""
    came = plain_dict(came, name)
    kind = plain(came["kind"], name, str)
    require(came["model"] is True, "{name} is a {kind}; a Keras model is asked.", name=name, kind=kind)
    linear = plain(came["linear"], name, str)
    require(
        linear != "NoneType", "{name} has no attribute `linear`; the Dense layer of the linear part is asked there.",
        name=name,
    )
    require(came["dense"] is True, "`linear` of {name} is a {linear}; a Dense is asked.", name=name, linear=linear)
    require(came["built"] is True, "`linear` of {name} is never called.", name=name)
    array(came["kernel"], f"the kernel of `linear` of {name}", VARIABLE, shape=(rows, 1))
    require(came["bias"] is not None, "`linear` of {name} has no bias.", name=name)
    array(came["bias"], f"the bias of `linear` of {name}", VARIABLE, shape=(1,))
    require(
        kind_of(came["v"]) != "None",
        "{name} has no attribute `v`; the variable of the factors is asked there.", name=name,
    )
    return array(came["v"], f"`v` of {name}", VARIABLE, shape=(rows, columns))


def _draw(rng, n, rows, columns):
    x = rng.normal(size=(n, rows))
    values = [rng.normal(size=(rows, 1)), rng.normal(size=1), rng.normal(size=(rows, columns))]
    return x, values, rng.normal(size=(n, 1))


def _predict(x, values, half=0.5, sign=-1):
    kernel, bias, v = values
    pairs = (x @ v) ** 2 + sign * x**2 @ v**2
    return x @ kernel + bias + half * pairs.sum(axis=1, keepdims=True)


def _run(student, rng, n, rows, columns):
    """Run the model with values of the check's own; gives what came and what it was made of."""
    x, values, scales = _draw(rng, n, rows, columns)
    name = f"FM({rows}, {columns})"
    came = plain_dict(student.call(machine, rows, columns, x, values, scales), name)
    _parts(came, name, rows, columns)
    return came, name, x, values, scales


def _assert_output(came, name, x, values):
    name = f"{name}(x) for x {x.shape}"
    output = array(came["output"], name, TENSOR, shape=(len(x), 1))
    kernel, bias, _ = values
    right = _predict(x, values)
    for wrong, words in (
        (x @ kernel + bias, "Only the linear part is there."),
        (right - x @ kernel - bias, "The linear part is missing."),
        (_predict(x, values, half=1), "The factor ½ is missing."),
        (_predict(x, values, sign=1), "x²v² is added instead of taken away."),
    ):
        close = np.allclose(output, wrong, rtol=1e-3, atol=1e-3) and not np.allclose(wrong, right, atol=0.1)
        require(not close, "{name} is not the formula's. {words}", name=name, words=words)
    assert_close(output, right, name, rtol=1e-3, atol=1e-3)


@check(
    points=2,
    function="FM",
    hint=(
        "What is squared before the product and what after? Over which dimension is the sum, and does it stay?",
        (
            "(xv)²: product first, square after. x²v²: squares first, product after. tf.square goes element by "
            "element. The linear part is added once, without an activation."
        ),
        (
            "linear(x) is (n, 1): keep the summed dimension with keepdims=True, for (n,) added to (n, 1) "
            "broadcasts to (n, n)."
        ),
        (
            "Take the second term from the first, sum over the factors (the last dimension) and halve: (9, 5) "
            "minus (1, 3) gives 5. A sum, no mean, and each example for itself."
        ),
    ),
)
def test_fm_gives_the_formula(student, rng):
    """FM gives linear(x) + ½ Σ_f [(xv)_f² − (x²v²)_f] as (n, 1)"""
    came, name, x, values, _ = _run(student, rng, 40, 4, 3)
    _assert_output(came, name, x, values)


@check(
    points=1.5,
    function="FM",
    hint=(
        "How many outputs has the linear part? What shape have the factors, and which initializer draws them?",
        (
            "Dense(1) has one output, a bias and no activation. The factors have a row for each feature. "
            "add_weight's own initializer is the uniform one unless told."
        ),
        (
            "After super().__init__() store both on self under the task's names; your make_factors gives what v "
            "needs. In call only use them, make nothing new."
        ),
    ),
)
def test_fm_starts_with_its_parts(student, rng):
    """FM has linear, a Dense(1) with bias, and v, (num_features, num_factors), drawn from GlorotNormal"""
    rows, columns = _large(rng)
    name = f"FM({rows}, {columns})"
    x = rng.normal(size=(3, rows)) / 10
    came = plain_dict(student.call(machine, rows, columns, x, [], []), name)
    v = _parts(came, name, rows, columns)
    _assert_glorot(v, f"`v` of {name}")
    kernel = array(came["kernel"], "the kernel of `linear`", VARIABLE, shape=(rows, 1))
    bias = array(came["bias"], "the bias of `linear`", VARIABLE, shape=(1,))
    first = array(came["first"], f"{name}(x) for x {x.shape}", TENSOR, shape=(3, 1))
    want = _predict(x, [np.asarray(part, dtype=np.float64) for part in (kernel, bias, v)])
    assert_close(first, want, f"{name}(x) with the values that it starts with", rtol=1e-3, atol=1e-3)


@check(
    points=1.5,
    function="FM",
    hint=(
        "Is every step from v to the output one of TensorFlow's, done on the variable itself?",
        (
            "A tape does not see NumPy: .numpy() and np.… cut the gradient, stop_gradient too. A copy of v made "
            "in __init__ is not v."
        ),
        (
            "Let call use self.v itself in both terms, with tf.matmul and tf.square, and let v be a trainable "
            "variable rather than a tensor."
        ),
    ),
)
def test_fm_lets_gradients_through(student, rng):
    """A gradient reaches v and the linear part of FM"""
    came, name, x, values, scales = _run(student, rng, 20, 6, 2)
    require(came["v_grad"] is not None, "No gradient reaches `v` of {name}.", name=name)
    v = values[2]
    want = x.T @ (scales * (x @ v)) - (x**2).T @ scales * v
    got = plain_array(came["v_grad"], f"the gradient of {name} by `v`", shape=v.shape)
    assert_close(got, want, f"the gradient of {name} by `v`", rtol=1e-3, atol=1e-3)
    require(came["kernel_grad"] is not None, "No gradient reaches the kernel of `linear` of {name}.", name=name)
    assert_close(came["kernel_grad"], x.T @ scales, f"the gradient of {name} by its kernel", rtol=1e-3, atol=1e-3)


@check(
    points=1,
    function="FM",
    held_back=True,
    hint=(
        "One example, one factor, one feature, more factors than features: does any shape break the sum?",
        (
            "squeeze takes away dimensions of size 1, which one example or one factor has. A sum without an axis "
            "mixes the examples."
        ),
        (
            "Name the axis of the sum and keep it with size 1; then no size needs a case of its own. The shape of"
            " v is features by factors."
        ),
    ),
)
def test_fm_works_for_every_size(student, rng):
    """FM works for one example, for one factor, and for more factors than features"""
    for n, rows, columns in ((1, 5, 4), (4, 3, 1), (3, 3, 3), (2, 2, 7)):
        came, name, x, values, _ = _run(student, rng, n, rows, columns)
        _assert_output(came, name, x, values)
