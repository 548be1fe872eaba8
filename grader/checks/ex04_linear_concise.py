"""Checks of ex04: the loader, the net, then the training loop that joins them."""

from itertools import chain, pairwise

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.expect import items, kind_of, number, plain, plain_dict, plain_list, require, tensor
from grader.probe import probe

# The first step of an optimizer imports torch._dynamo: more than a second.
LIBRARIES = ("torch", "torch.utils.data", "torch._dynamo")


@probe
def passes_over(submission, arrays, batch_size, as_list, flags, passes):
    """Load the arrays, and go over the loader so many times."""
    from itertools import islice

    import torch
    from torch.utils.data import DataLoader, TensorDataset

    from grader.worker.describe import describe

    tensors = [torch.tensor(array) for array in arrays]
    loader = submission.load_array(tensors if as_list else tuple(tensors), batch_size, *flags)
    seen = {"loader": describe(loader), "is_loader": isinstance(loader, DataLoader), "dataset": None, "passes": None}
    if seen["is_loader"]:
        seen["dataset"] = describe(loader.dataset)
        seen["is_dataset"] = isinstance(loader.dataset, TensorDataset)
        most = len(arrays[0]) + 2
        seen["passes"] = [[describe(batch) for batch in islice(loader, most)] for _ in range(passes)]
    return seen


def _distinct(rng, shape):
    """Values no two of which are equal, so that a row can be told by any of them."""
    return (rng.permutation(int(np.prod(shape))).reshape(shape) * 3 + rng.uniform(0, 1, shape)).astype("float32")


def _loaded(student, arrays, batch_size, flags=(), passes=1, as_list=False):
    """What each pass over `load_array(…)` gives: for each batch, an array for each of `arrays`."""
    seen = plain_dict(student.call(passes_over, arrays, batch_size, as_list, list(flags), passes), "load_array")
    shapes = " and ".join(str(array.shape) for array in arrays)
    name = f"load_array of tensors {shapes}, batch_size={batch_size}" + "".join(f", is_train={flag}" for flag in flags)
    require(
        seen["is_loader"] is True,
        "{name} is {got}, but a torch.utils.data.DataLoader is asked.", name=name, got=kind_of(seen["loader"]),
    )
    require(
        seen["is_dataset"] is True,
        "{name} goes over {got}, but over a TensorDataset is asked.", name=name, got=kind_of(seen["dataset"]),
    )
    came = plain_list(seen["passes"], "the passes", length=passes)
    return [_batches(plain_list(batches, "the batches"), arrays, name) for batches in came], name


def _batches(batches, arrays, name):
    found = []
    for index, batch in enumerate(batches):
        what = f"batch {index} of {name}"
        parts = items(batch, what, length=len(arrays))
        rows = []
        for part, (seen, array) in enumerate(zip(parts, arrays, strict=True)):
            values = tensor(seen, f"tensor {part} of {what}", dtype=array.dtype.name)
            require(
                values.ndim == array.ndim and values.shape[1:] == array.shape[1:],
                "Tensor {part} of {what} has shape {got}, but {asked} is asked.",
                part=part, what=what, got=values.shape, asked=("rows", *array.shape[1:]),
            )
            rows.append(values)
        found.append(rows)
    return found


def _orders(batches, arrays, batch_size, name):
    """For each batch the indices of its rows, after it was seen that every tensor follows the same ones."""
    sizes, n = [len(rows[0]) for rows in batches], len(arrays[0])
    want = [min(batch_size, n - start) for start in range(0, n, batch_size)]
    require(sizes == want, "The batches of {name} have {got} rows, expected {want}.", name=name, got=sizes, want=want)
    known = {row.tobytes(): index for index, row in enumerate(arrays[0])}
    orders = [[known.get(row.tobytes(), -1) for row in rows[0]] for rows in batches]
    places = [place for order in orders for place in order]
    require(-1 not in places, "{name} gives rows that are not those of the data.", name=name)
    require(
        sorted(places) == list(range(n)),
        "{name} does not give each example once: {missing} of {n} never come in a pass.",
        name=name, n=n, missing=n - len(set(places)),
    )
    for order, rows in zip(orders, batches, strict=True):
        for part, (values, array) in enumerate(zip(rows, arrays, strict=True)):
            require(
                len(values) == len(order) and np.array_equal(values, array[order]),
                "Tensor {part} of a batch of {name} does not have the rows that belong to those of tensor 0.",
                part=part, name=name,
            )
    return orders


@check(
    points=1.5,
    function="load_array",
    hint=(
        "TensorDataset takes its tensors one by one: how does a tuple become arguments? And who collects batches?",
        (
            "A star in front of a tuple hands its elements over one by one. Indexing the first and the second "
            "would tie you to exactly two tensors."
        ),
        (
            "Two steps: unpack the tensors into a TensorDataset, as max(*(3, 5)) unpacks numbers, then hand it "
            "with batch_size to a DataLoader. Nothing is dropped or converted."
        ),
    ),
    causes=("TensorDataset(arrays) gets one argument, a tuple; TensorDataset(*arrays) gets the tensors.",),
)
def test_load_array_gives_batches(student, rng):
    """load_array gives a DataLoader over a TensorDataset of any number of tensors"""
    batch_size = int(rng.integers(3, 6))
    n = batch_size * int(rng.integers(2, 5)) + int(rng.integers(1, batch_size))
    features, labels = _distinct(rng, (n, 3)), _distinct(rng, (n, 1))
    more = rng.integers(1000, size=(n,))
    images = _distinct(rng, (n, 2, 4))
    for arrays, as_list in (((features, labels), False), ((images,), False), ((features, more, images), True)):
        passes, name = _loaded(student, list(arrays), batch_size, as_list=as_list)
        _orders(passes[0], arrays, batch_size, name)


@check(
    points=1,
    function="load_array",
    hint=(
        "Who draws the order: you, once, or the DataLoader at the start of each loop?",
        (
            "DataLoader has a `shuffle` argument: it draws a new order over single rows whenever a loop starts. "
            "An order that you draw beforehand stays the same."
        ),
        (
            "Leave the tensors as they are and let the loader shuffle. Its switch follows the third argument of "
            "load_array, which is on unless the caller says otherwise."
        ),
    ),
)
def test_load_array_shuffles_to_train(student, rng):
    """load_array shuffles when training, which is the default, and anew in each pass"""
    n, batch_size = 40, 5
    arrays = [_distinct(rng, (n, 2)), _distinct(rng, (n, 1))]
    for flags in ((), (True,)):
        passes, name = _loaded(student, arrays, batch_size, flags, passes=2)
        orders = [_orders(batches, arrays, batch_size, name) for batches in passes]
        first, second = (list(chain(*order)) for order in orders)
        # Two random orders of 40 agree, or one is the data's own, once in 40! ≈ 1e48.
        require(first != list(range(n)), "{name} does not shuffle: the rows come in the order of the data.", name=name)
        require(first != second, "{name} gives the rows in the same order in each pass.", name=name)
        # In a random order the next number follows 40 / 40 = one time; 15 times, less than once in 1e11.
        follows = sum(after == before + 1 for before, after in pairwise(first))
        require(
            follows < 15 and any(row // batch_size != place // batch_size for place, row in enumerate(first)),
            "{name} shuffles whole batches, or inside of batches; the order is to be drawn over single rows.",
            name=name,
        )


@check(
    points=1,
    function="load_array",
    hint=(
        "What does is_train switch?",
        (
            "For looking at results the order of the data is wanted. A fixed True in the call of DataLoader "
            "ignores what the caller asked."
        ),
        "Hand is_train on, neither turned round nor replaced by a constant: what it is, the loader's shuffle is.",
    ),
    causes=("shuffle=True stands there for good, whatever is_train says.",),
)
def test_load_array_keeps_the_order(student, rng):
    """load_array keeps the order of the data when not training"""
    n, batch_size = int(rng.integers(15, 30)), int(rng.integers(2, 6))
    arrays = [_distinct(rng, (n, 2)), _distinct(rng, (n, 1))]
    passes, name = _loaded(student, arrays, batch_size, (False,), passes=2)
    for batches in passes:
        order = list(chain(*_orders(batches, arrays, batch_size, name)))
        # n! ≥ 15! orders: a shuffled one is the data's own twice running less than once in 1e24.
        require(order == list(range(n)), "{name} shuffles: the rows do not come in the order of the data.", name=name)


@probe
def net_of(submission, sizes, X):
    """Make a net; tell what it is made of, and what it gives for X."""
    import torch
    from torch import nn

    from grader.worker.describe import describe

    net = submission.make_net(*sizes)
    seen = {"net": describe(net), "is_sequential": isinstance(net, nn.Sequential), "layers": None}
    if not seen["is_sequential"]:
        return seen
    seen["layers"] = [describe(layer) for layer in net]
    seen["is_linear"] = len(net) == 1 and isinstance(net[0], nn.Linear)
    if seen["is_linear"]:
        seen["weight"], seen["bias"] = describe(net[0].weight), describe(net[0].bias)
        fits = seen["weight"].get("shape") == [1, X.shape[1]] and seen["weight"].get("dtype") == "float32"
        seen["y_hat"] = describe(net(torch.tensor(X)) if fits else None)
    return seen


def _net(student, sizes, X):
    """The weight and the bias of `make_net(…)`, after its kind and its parts were looked at."""
    d = X.shape[1]
    seen = plain_dict(student.call(net_of, list(sizes), X), "make_net")
    name = f"make_net({', '.join(str(size) for size in sizes)})"
    require(
        seen["is_sequential"] is True,
        "{name} is {got}, but an nn.Sequential is asked.", name=name, got=kind_of(seen["net"]),
    )
    layers = [kind_of(layer).rpartition(".")[2] for layer in plain_list(seen["layers"], "the layers")]
    require(
        seen["is_linear"] is True,
        "{name} is made of {got}, but one nn.Linear is asked.", name=name, got=", ".join(layers) or "nothing",
    )
    weight = tensor(seen["weight"], f"{name}[0].weight", shape=(1, d))
    bias = tensor(seen["bias"], f"{name}[0].bias", shape=(1,))
    for part in ("weight", "bias"):
        require(
            seen[part]["requires_grad"] is True and seen[part]["is_leaf"] is True,
            "{name}[0].{part} cannot be trained: it is no leaf that requires grad.", name=name, part=part,
        )
    y_hat = tensor(seen["y_hat"], f"{name}(X) for X {X.shape}", shape=(len(X), 1))
    assert_close(y_hat, X.astype(np.float64) @ weight.T + bias, f"{name}(X)", atol=1e-3)
    return weight, bias, name


@check(
    points=1,
    function="make_net",
    hint=(
        "How many numbers go into the layer, and how many come out?",
        (
            "nn.Linear takes the inputs first and the outputs second. nn.Sequential goes around it, also where "
            "there is only one layer; no activation follows."
        ),
        (
            "One prediction for each example means one output. For five inputs and two outputs it would be "
            "nn.Linear(5, 2). Keep the bias, and the default of the task."
        ),
    ),
)
def test_make_net_is_one_linear_layer(student, rng):
    """make_net gives an nn.Sequential of one nn.Linear(num_features, 1); two features are the default"""
    d = int(rng.integers(5, 9))
    for sizes, width in ((), 2), ((d,), d), ((1,), 1):
        _net(student, sizes, rng.normal(size=(4, width)).astype("float32") * 1000)


@check(
    points=1.5,
    function="make_net",
    hint=(
        "What does nn.Linear put into its weight and bias, and with which two methods do the notes replace it?",
        (
            "PyTorch fills both from a uniform distribution. `normal_` takes mean, then deviation; `fill_` takes "
            "one number. nn.init has functions that do the same."
        ),
        (
            "The layer is the Sequential's item 0. Change its weight and its bias in place, through .data or "
            "under no_grad, set no seed, and return the net."
        ),
    ),
    causes=(
        "normal_(0, 0.01) takes the standard deviation, not the variance: 0.01² would be 0.0001.",
        "The methods that change a tensor in place end in an underscore; normal without it makes a new one.",
    ),
)
def test_make_net_starts_small(student, rng):
    """make_net draws the weight from N(0, 0.01²) and sets the bias to 0"""
    d = int(rng.integers(5000, 6000))
    X = rng.normal(size=(2, d)).astype("float32")
    first, bias, name = _net(student, (d,), X)
    require(
        not bias.any(), "The bias of {name} does not start from 0: it is {bias:.4g}.", name=name, bias=float(bias[0])
    )
    # 5000 draws: the sample's deviation is off by 1 % (one sigma), so 7 % is seven of these. Their mean has
    # deviation 0.01/√5000 = 1.4e-4, and 1e-3 is seven. That none is beyond 2.5 sigma: 0.9876^5000 ≈ 1e-27.
    deviation, mean = float(first.std()), float(first.mean())
    require(
        0.0093 < deviation < 0.0107,
        "The weight of {name} is not drawn from N(0, 0.01²): its standard deviation is {deviation:.4g}.",
        name=name, deviation=deviation,
    )
    require(
        abs(mean) < 1e-3, "The weight of {name} is not drawn around 0: its mean is {mean:.4g}.", name=name, mean=mean
    )
    require(
        np.abs(first).max() > 0.025,
        "The weight of {name} is not drawn from a normal distribution: no value is beyond {most:.4g}.",
        name=name, most=float(np.abs(first).max()),
    )
    second, _, _ = _net(student, (d,), X)
    require(not np.array_equal(first, second), "{name} has the same weight each time it is made.", name=name)


@probe
def training(submission, X, y, w, b, order, batch_size, settings):
    """Train a net that starts from w and b; tell what came, and what became of net and data."""
    import torch
    from torch import nn
    from torch.utils.data import DataLoader, TensorDataset

    from grader.worker.describe import describe

    class Order:
        passes = 0

        def __iter__(self):
            self.passes += 1
            return iter(order)

        def __len__(self):
            return len(order)

    features, labels = torch.tensor(X), torch.tensor(y)
    net = nn.Sequential(nn.Linear(X.shape[1], 1))
    with torch.no_grad():
        net[0].weight.copy_(torch.tensor(w))
        net[0].bias.copy_(torch.tensor(b))
    sampler = Order()
    loader = DataLoader(TensorDataset(features, labels), batch_size=batch_size, sampler=sampler)
    losses = submission.train(net, loader, features, labels, *settings)
    return {
        "losses": describe(losses),
        "weight": describe(net[0].weight),
        "bias": describe(net[0].bias),
        "passes": sampler.passes,
        "features": features,
        "labels": labels,
    }


def _problem(rng, n, d):
    """Data on a line with noise, a start as `make_net` makes it, and the order that the loader follows."""
    X = rng.normal(size=(n, d)).astype("float32")
    w = rng.uniform(2, 4, (d, 1)) * rng.choice([-1, 1], (d, 1))
    y = (X @ w + rng.uniform(3, 5) + rng.normal(size=(n, 1))).astype("float32")
    start = (rng.normal(size=(1, d)) * 0.01).astype("float32")
    return X, y, start, rng.permutation(n).tolist()


def _train(student, X, y, start, order, batch_size, *settings):
    """The trained weight and bias, the described losses and the number of passes over the loader."""
    bias = np.zeros(1, "float32")
    came = plain_dict(student.call(training, X, y, start, bias, order, batch_size, list(settings)), "train")
    weight = tensor(came["weight"], "net[0].weight after train(…)", shape=start.shape)
    bias = tensor(came["bias"], "net[0].bias after train(…)", shape=(1,))
    require(
        not np.array_equal(weight, start),
        "The net that train(…) got is as it was: the parameters of that very net are to change.",
    )
    passes = plain(came["passes"], "the passes over data_iter", int)
    for part, data in (("features", X), ("labels", y)):
        assert_equal(came[part], data, f"{part} after train(…)")
    return weight, bias, came["losses"], passes


def _simulate(X, y, start, order, batch_size, lr, num_epochs, keep=0.0):
    """Weight, bias and losses of gradient descent; `keep` is the share of the old gradient that stays."""
    X, y = X.astype(np.float64), y.astype(np.float64)
    w, b, losses = start.astype(np.float64), np.zeros(1), []
    of_w, of_b = 0.0, 0.0
    for _ in range(num_epochs):
        for first in range(0, len(order), batch_size):
            rows = order[first : first + batch_size]
            error = X[rows] @ w.T + b - y[rows]
            of_w = keep * of_w + 2 * error.T @ X[rows] / len(rows)
            of_b = keep * of_b + 2 * error.mean(axis=0)
            w, b = w - lr * of_w, b - lr * of_b
        losses.append(float(((X @ w.T + b - y) ** 2).mean()))
    return w, b, losses


def _name_a_wrong_step(weight, problem, batch_size, lr, num_epochs):
    """Say so where the weights are those of a loop with a well-known mistake."""
    for changes, template in (
        ({"keep": 1.0}, "The gradients pile up: each step goes by the sum of all so far. Which call clears them?"),
        ({"lr": lr / 2}, "Each step is half as long as it should be: nn.MSELoss has no ½ in front of the square."),
        ({"lr": lr * batch_size}, "Each step is {n} times too long: the loss is the sum over the batch, not its mean."),
        ({"lr": lr / batch_size}, "Each step is {n} times too short: nn.MSELoss is the mean already."),
        ({"lr": -lr}, "Each step goes with the gradient instead of against it."),
    ):
        with np.errstate(all="ignore"):
            wrong, _, _ = _simulate(*problem, batch_size, **{"lr": lr, "num_epochs": num_epochs, **changes})
        require(not np.allclose(weight, wrong, rtol=1e-4, atol=2e-5), template, n=batch_size)


def _assert_trained(came, problem, batch_size, lr, num_epochs):
    weight, bias, _, passes = came
    require(
        passes >= num_epochs,
        "train(…) went over data_iter {got} times for {want} epochs; each epoch is a pass of its own.",
        got=passes, want=num_epochs,
    )
    want_w, want_b, _ = _simulate(*problem, batch_size, lr, num_epochs)
    if not np.allclose(weight, want_w, rtol=1e-4, atol=2e-5):
        _name_a_wrong_step(weight, problem, batch_size, lr, num_epochs)
    assert_close(weight, want_w, "net[0].weight after train(…)", rtol=1e-4, atol=2e-5, start=problem[2])
    assert_close(bias, want_b, "net[0].bias after train(…)", rtol=1e-4, atol=2e-5)


def _assert_losses(student, seen, want):
    seen = items(seen, "losses of train(…)", length=len(want))
    values = [number(loss, f"losses[{index}]") for index, loss in enumerate(seen)]
    student.plot("loss", values, want)
    require(
        not np.allclose(values[1:], want[:-1], rtol=1e-3),
        "losses[1] is the loss before the second epoch: each is asked after its epoch.",
    )
    assert_close(np.array(values), np.array(want), "losses of train(…)")


@check(
    points=2,
    function="train",
    hint=(
        "Predict, loss, clear the gradients, backward, step: is one of them missing, or outside of the inner loop?",
        (
            "The optimizer gets net.parameters() and lr, once, before the loops. nn.MSELoss is the mean already, "
            "with no ½: neither divide nor halve it."
        ),
        (
            "Loop over data_iter itself in every epoch, as the loader starts afresh each time; and train the net "
            "that was given, not a new one, a copy or freshly drawn values."
        ),
        (
            "In the inner loop, in this order: predict and take the loss, clear the gradients, backward, step. "
            "zero_grad between backward and step would throw the gradient away."
        ),
    ),
    causes=(
        "Without zero_grad() each backward() adds to the gradients that are there.",
        "A new net is made inside of train, and the one that was given stays as it is.",
    ),
)
def test_train_steps_for_each_batch(student, rng):
    """train makes one step of SGD on the mean squared error for each batch, on the net it is given"""
    problem = _problem(rng, 24, 3)
    batch_size, lr = 4, float(rng.uniform(0.02, 0.05))
    for num_epochs in (1, 2):
        came = _train(student, *problem, batch_size, lr, num_epochs)
        _assert_trained(came, problem, batch_size, lr, num_epochs)


@check(
    points=1,
    function="train",
    hint=(
        "When is the loss recorded, over which examples, and what turns a tensor of one element into a float?",
        (
            "The loss of the last batch and the mean of the batch losses were both taken on the way. After the "
            "epoch the net is another one, so its loss is computed anew."
        ),
        (
            "After the inner loop: feed all features to the net, compare with all labels by the same loss, under "
            "no_grad; make a float of it with .item() and append, unrounded."
        ),
    ),
    causes=(
        "The loss is that of the last batch, which is still at hand after the loop, not that of all the data.",
        "A tensor is kept where a float is asked: float(…) or .item() gives the number.",
    ),
)
def test_train_records_losses(student, rng):
    """train records the mean squared error on all the data after each epoch, as Python floats"""
    problem = _problem(rng, 24, 3)
    lr = float(rng.uniform(0.01, 0.02))
    _, _, losses, _ = _train(student, *problem, 6, lr, 4)
    _assert_losses(student, losses, _simulate(*problem, 6, lr, 4)[2])


@check(
    points=1,
    function="train",
    held_back=True,
    hint=(
        (
            "The last batch may be a short one, there may be one feature only, and lr and num_epochs have "
            "defaults: does anything depend on these?"
        ),
        (
            "nn.MSELoss divides by the batch's own length, so a short batch needs no special case. The defaults "
            "are those of the task, not those of ex03."
        ),
        (
            "Write no number of rows, features or epochs into the code, and do not divide by batch_size: use the "
            "arguments and what the loader gives."
        ),
    ),
)
def test_train_takes_a_short_batch(student, rng):
    """train works with a short last batch, with one feature and with its defaults"""
    for n, d, batch_size in ((23, 4, 5), (13, 1, 3)):
        problem = _problem(rng, n, d)
        came = _train(student, *problem, batch_size)
        _assert_trained(came, problem, batch_size, 0.01, 3)
        _assert_losses(student, came[2], _simulate(*problem, batch_size, 0.01, 3)[2])
