"""Checks of ex05: probabilities, the model that gives them, their loss, their accuracy."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.expect import number, plain_dict, require, tensor
from grader.probe import probe


@probe(off=("softmax",))
def softmax_of(submission, logits):
    import torch

    from grader.worker.describe import describe

    logits = torch.tensor(logits)
    p = submission.softmax(logits)
    return {"p": describe(p), "logits": logits}


def _float32(values):
    return np.asarray(values).astype("float32")


def _softmax(logits):
    powers = np.exp(logits.astype(np.float64) - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _assert_no_nan(seen, name, values):
    """A sentence of its own for NaN and infinity, which only the size of the scores can make here."""
    require(
        np.isfinite(tensor(seen, name, finite=False)).all(),
        "{name} holds NaN or infinity, for scores as large as {most:.4g}: exp and log left float32's range. What "
        "may be taken from each score of a row beforehand?",
        name=name, most=float(np.abs(values).max()),
    )


def _assert_softmax(student, logits, rtol, atol):
    came = plain_dict(student.call(softmax_of, logits), "softmax")
    name = f"softmax(logits) for logits {logits.shape}"
    if np.abs(logits).max() > 80:
        _assert_no_nan(came["p"], name, logits)
    p, want = tensor(came["p"], name, shape=logits.shape), _softmax(logits)
    for axis in range(logits.ndim - 1):
        require(
            np.allclose(p, want, rtol=rtol, atol=atol) or not np.allclose(p.sum(axis=axis), 1, atol=1e-3),
            "{name} sums to 1 along dimension {axis}; it is to do so along the last one.", name=name, axis=axis,
        )
    assert_close(p, want, name, rtol=rtol, atol=atol)
    assert_equal(came["logits"], logits, f"logits after {name}")


@check(
    points=1,
    function="softmax",
    hint=(
        "exp of each score, divided by a sum: over which dimension, and in which shape does the sum come?",
        (
            "The classes stand along the last dimension, so the sum goes over it. keepdim=True leaves one sum a "
            "row, (n, 1), which divides its own row."
        ),
        (
            "Exponentials first, base e, then each divided by its row's sum. A row with the exponentials 1, 1, 2 "
            "becomes 0.25, 0.25, 0.5. The scores themselves are not divided."
        ),
    ),
    causes=(
        "Without keepdim=True the sum is (n,), and broadcasting lays it along the columns.",
        "The sum goes over dimension 0, so that the columns sum to 1 instead of the rows.",
    ),
)
def test_softmax_gives_probabilities(student, rng):
    """softmax gives exp(o) / Σ exp(o) for each row of scores"""
    # Where n = k a sum that has lost its dimension divides by other rows' sums, without an error.
    for shape in ((5, 3), (4, 4)):
        _assert_softmax(student, _float32(rng.normal(size=shape) * 2), 1e-4, 1e-6)


def _large(rng, n, k):
    """Rows of scores near 1000, near −1000, on both sides, and small: all in one matrix."""
    near = rng.uniform(-3, 3, (n, k))
    base = np.array([[997.0], [-997.0], [0.0], [0.0]])[np.arange(n) % 4]
    logits = base + near
    sides = rng.choice([-997, 997], k)
    sides[:2] = 997, -997
    logits[2::4] += rng.permutation(sides)
    return _float32(logits)


@check(
    points=1,
    function="softmax",
    hint=(
        (
            "What is exp(1000) in float32, and what is 0 / 0? Each row has a number that may be taken from all "
            "its scores."
        ),
        (
            "Subtracting the same number from all scores of a row changes nothing but keeps exp in range. Which "
            "number of the row makes every exponent at most 0?"
        ),
        (
            "Take away each row's own largest score, with keepdim so that it meets its row, before exp. A row (7,"
            " 9) becomes (−2, 0). amax gives values, max(dim) a pair."
        ),
    ),
    causes=(
        "One maximum of the whole matrix is taken away: rows far below it become 0 / 0.",
        "exp comes first, and what it made infinite cannot be mended afterwards.",
    ),
)
def test_softmax_takes_large_logits(student, rng):
    """softmax is right for logits of ±1000"""
    # 1000 has a rounding of 6e-5 in float32; exp makes it a proportion, and 3e-3 is more than ten times that.
    _assert_softmax(student, _large(rng, 8, 5), 3e-3, 1e-6)
    for base in (1000, -1000):
        _assert_softmax(student, _float32([[base] * 3, [base, base - np.sign(base), base]]), 3e-3, 1e-6)


@check(
    points=1,
    function="softmax",
    hint=(
        "Which dimension is the last one of a vector, and of a tensor (a, b, k)? And does logits stay what it was?",
        (
            "PyTorch counts dimensions from the end, too: −1 is the last of a vector as of a tensor (a, b, k). "
            "`-=` and methods with `_` write into the caller's logits."
        ),
        (
            "Both the maximum and the sum go over dim −1 with keepdim, and every step makes a new tensor: c = a -"
            " b instead of a -= b."
        ),
    ),
    causes=(
        "dim=1 is the last dimension of a matrix only; dim=-1 is the last one of any tensor.",
        "-= and exp_() change the caller's logits.",
    ),
)
def test_softmax_works_along_the_last_dimension(student, rng):
    """softmax works for any number of dimensions, along the last one, and leaves logits as they are"""
    for shape in ((4,), (3, 3, 3), (2, 3, 2, 4), (6, 1), (1, 5)):
        _assert_softmax(student, _float32(rng.normal(size=shape) * 2 + 1), 1e-4, 1e-6)


@probe
def hypothesis_of(submission, theta, X):
    import torch

    from grader.worker.describe import describe

    theta, X = torch.tensor(theta), torch.tensor(X)
    return {"p": describe(submission.hypothesis(theta, X)), "theta": theta, "X": X}


@check(
    points=1.5,
    function="hypothesis",
    hint=(
        "Which product takes (n, d) and (k, d) to (n, k)? What is done to each of its rows then?",
        (
            "Scores first: each example's row with each class's row. For that theta is transposed, by .T and not "
            "by reshape. Then your own softmax makes rows of probabilities."
        ),
        (
            "A (4, 3) with B (2, 3) gives a (4, 2) table of all pairs by A @ B.T. Which of the two, X and theta, "
            "must stand on the left to have one example a row?"
        ),
    ),
    causes=("theta @ X.T is the transpose of what is asked: a row for each class.",),
)
def test_hypothesis_gives_class_probabilities(student, rng):
    """hypothesis gives each example's probability of each class, (n, k)"""
    for n, d, k in ((6, 3, 4), (3, 3, 3), (1, 2, 5), (4, 1, 2)):
        theta, X = _float32(rng.normal(size=(k, d))), _float32(rng.normal(size=(n, d)) * 1.5)
        came = plain_dict(student.call(hypothesis_of, theta, X), "hypothesis")
        name = f"hypothesis(theta, X) for theta {theta.shape} and X {X.shape}"
        p, scores = tensor(came["p"], name, shape=(n, k)), X.astype(np.float64) @ theta.T
        want = _softmax(scores)
        require(
            not np.allclose(p, scores, rtol=1e-4, atol=1e-5),
            "{name} gives the scores themselves; probabilities are asked.", name=name,
        )
        require(
            n == 1 or np.allclose(p, want, rtol=1e-4, atol=1e-5) or not np.allclose(p.sum(axis=0), 1, atol=1e-3),
            "The columns of {name} sum to 1; its rows are to do so.", name=name,
        )
        assert_close(p, want, name)
        for part, value in (("theta", theta), ("X", X)):
            assert_equal(came[part], value, f"{part} after {name}")


@probe(off=("softmax",))
def losses_of(submission, logits, y):
    import torch

    from grader.worker.describe import describe

    logits, y = torch.tensor(logits), torch.tensor(y)
    loss = submission.cross_entropy(logits, y)
    return {"loss": describe(loss), "logits": logits, "y": y}


def _logsumexp(logits):
    most = logits.max(axis=1)
    return most + np.log(np.exp(logits - most[:, None]).sum(axis=1))


def _assert_cross_entropy(student, logits, y, kind, rtol=1e-4, atol=1e-5):
    came = plain_dict(student.call(losses_of, logits, y), "cross_entropy")
    name = f"cross_entropy(logits, y) for logits {logits.shape} and {kind} y"
    exact, n = logits.astype(np.float64), len(logits)
    first, second = _logsumexp(exact), (y * exact).sum(axis=1)
    want = first - second
    if np.abs(logits).max() > 80:
        _assert_no_nan(came["loss"], name, logits)
    loss = tensor(came["loss"], name)
    require(
        loss.ndim > 0 or not np.isclose(float(loss), want.mean(), rtol=1e-3),
        "{name} is the mean over the examples; one loss for each of them is asked, shape ({n},).", name=name, n=n,
    )
    tensor(came["loss"], name, shape=(n,))
    if not np.allclose(loss, want, rtol=rtol, atol=atol):
        for wrong, template in (
            (first + second, "{name} adds Σ y·o to logsumexp(o) instead of taking it away."),
            (first, "{name} is logsumexp(o) alone: Σ y·o is not taken away."),
            (want / np.log(2), "{name} is measured in bits: the logarithm is the natural one."),
        ):
            require(not np.allclose(loss, wrong, rtol=rtol, atol=atol), template, name=name)
    assert_close(loss, want, name, rtol=rtol, atol=atol)
    for part, value in (("logits", logits), ("y", y)):
        assert_equal(came[part], value, f"{part} after {name}")


def _one_hot(rng, n, k, dtype):
    return np.eye(k, dtype=dtype)[rng.integers(k, size=n)]


def _soft(rng, n, k):
    return _float32(rng.dirichlet(np.full(k, 2.0), size=n))


@check(
    points=1,
    function="cross_entropy",
    hint=(
        "The loss has two terms: what does each of them look like for one row, and which one carries the minus?",
        (
            "torch.logsumexp with a dim gives the first term, a number for each row. The second is y · o summed "
            "over the classes. What comes in are logits: no softmax before."
        ),
        (
            "First term minus second, both of shape (n,), no mean at the end. Multiply y and logits element by "
            "element: a matrix product of int64 with float32 is an error."
        ),
    ),
    causes=(
        "The mean over the examples is taken already; one loss for each of them is asked.",
        "The logits are put through softmax, and the loss takes a softmax of that again.",
    ),
)
def test_cross_entropy_of_one_hot_labels(student, rng):
    """cross_entropy gives logsumexp(o) − Σ y·o for each row, for one-hot labels of float32 and int64"""
    for n, k, dtype in ((6, 3, "float32"), (4, 4, "int64"), (1, 5, "int64")):
        logits = _float32(rng.normal(size=(n, k)) * 2)
        _assert_cross_entropy(student, logits, _one_hot(rng, n, k, dtype), f"one-hot {dtype}")


@check(
    points=1,
    function="cross_entropy",
    hint=(
        "With soft labels every class has a share in the loss, not only the most likely one.",
        (
            "argmax, or taking y for an index, keeps one class only. Converting y to whole numbers makes every "
            "share 0. The formula's Σ y·o takes the shares as they are."
        ),
        (
            "Weigh each score with its share and sum along the row: shares 0.25 and 0.75 with scores 4 and 8 give"
            " 7. The same line serves one-hot labels."
        ),
    ),
    causes=("y.argmax(dim=1) throws away all shares but the largest.",),
)
def test_cross_entropy_of_soft_labels(student, rng):
    """cross_entropy is right for soft labels, too"""
    for n, k in ((6, 3), (4, 4), (3, 7)):
        _assert_cross_entropy(student, _float32(rng.normal(size=(n, k)) * 2), _soft(rng, n, k), "soft")


@check(
    points=1.5,
    function="cross_entropy",
    hint=(
        "Where does a probability become 0, and what is its logarithm? The form with logsumexp needs no probability.",
        (
            "A small number added inside of the logarithm keeps it finite, but wrong. torch.logsumexp takes each "
            "row's maximum away and adds it again; it is open here."
        ),
        (
            "Form no probability at all. By hand: m is the largest score of each row, and the first term is m "
            "plus the logarithm of the sum of exp of the shifted scores."
        ),
    ),
    causes=("log(softmax(o)) is log(0) for a score far below the others: −∞, and 0 · ∞ is NaN.",),
)
def test_cross_entropy_takes_large_logits(student, rng):
    """cross_entropy is right, so finite, for logits of ±1000"""
    n, k = 8, 5
    logits = _large(rng, n, k)
    # Terms of 1000 have a rounding of 6e-5 in float32, a handful of them are added: 5e-3 is more than ten times that.
    for y, kind in (
        (_one_hot(rng, n, k, "float32"), "one-hot float32"),
        (np.eye(k, dtype="int64")[logits.argmin(axis=1)], "one-hot int64"),
        (np.eye(k, dtype="float32")[logits.argmax(axis=1)], "one-hot float32"),
        (_soft(rng, n, k), "soft"),
    ):
        _assert_cross_entropy(student, logits, y, kind, atol=5e-3)


@probe
def accuracy_of(submission, logits, labels):
    import torch

    from grader.worker.describe import describe

    logits, labels = torch.tensor(logits), torch.tensor(labels)
    share = submission.accuracy(logits, labels)
    return {"share": describe(share), "logits": logits, "labels": labels}


def _scored(rng, n, k, right, offset=0.0):
    """Scores without ties, so near each other that no probability is large, and labels right for so many rows."""
    places = rng.permuted(np.tile(np.arange(k), (n, 1)), axis=1)
    logits = _float32((places + rng.uniform(-0.3, 0.3, (n, k)) + offset) / 5)
    labels = logits.argmax(axis=1)
    wrong = rng.permutation(n)[right:]
    labels[wrong] = (labels[wrong] + rng.integers(1, k, size=len(wrong))) % k
    return logits, labels.astype("int64")


def _assert_accuracy(student, logits, labels, right):
    came = plain_dict(student.call(accuracy_of, logits, labels), "accuracy")
    n, name = len(labels), f"accuracy(logits, labels) for logits {logits.shape}, {right} rows right,"
    share = number(came["share"], name, "float")
    if n > 1:
        require(share != right or right in (0, n), "{name} is the number of right rows, not their share.", name=name)
        require(
            right == 0 or abs(share - 100 * right / n) > 1e-3,
            "{name} is a percentage; a share between 0 and 1 is asked.", name=name,
        )
    assert_close(share, right / n, name)
    for part, value in (("logits", logits), ("labels", labels)):
        assert_equal(came[part], value, f"{part} after {name}")


@check(
    points=1,
    function="accuracy",
    hint=(
        "Where does the largest score of each row stand? Compare the places with the labels, and count.",
        (
            "argmax over dim 1 gives the place of each row's largest score, counted from 0 like the labels. "
            "Comparing with == gives True and False; their mean is a share."
        ),
        (
            "bool tensors have no mean: make them float first. torch.tensor([True, False]).float().mean() is 0.5 "
            "as a tensor; .item() makes the Python number, unrounded."
        ),
    ),
    causes=(
        "argmax without dim=1 gives one place for the whole matrix.",
        "The number of right rows is given, not their share, or a tensor instead of a float.",
    ),
)
def test_accuracy_is_the_share_of_right_rows(student, rng):
    """accuracy is the share of rows whose largest logit stands at the label, a Python float"""
    for n, k in ((7, 4), (5, 5), (11, 3), (40, 10)):
        right = int(rng.integers(2, n - 1))
        # Below 0 throughout, above it throughout, or on both sides: only the order of the scores counts.
        for offset in (-k - 1.0, 0.0, 2.0):
            _assert_accuracy(student, *_scored(rng, n, k, right, offset), right)


@check(
    points=1,
    function="accuracy",
    held_back=True,
    hint=(
        "What comes where every row is right, where none is, and where there is only one row? Is it always a float?",
        (
            "A whole number is no float, and squeeze takes the only row away. What counts is the place of the "
            "largest score, not whether a score is above 0 or ½."
        ),
        (
            "The same path for all cases: places, comparison, mean, Python float. Divide by the number of rows "
            "with `/`, and treat no case on its own."
        ),
    ),
)
def test_accuracy_at_the_edges(student, rng):
    """accuracy is 1.0 where all rows are right, 0.0 where none is, also for one row or two classes"""
    for n, k, right in ((6, 4, 6), (6, 4, 0), (1, 3, 1), (1, 3, 0), (9, 2, 4), (300, 6, 299)):
        _assert_accuracy(student, *_scored(rng, n, k, right), right)
