"""Checks of ex03: the parts of linear regression by hand, then the training loop made of them."""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import items, number, plain, plain_array, plain_dict, plain_list, require, tensor
from grader.probe import probe


@probe(off=("losses", "optimizers"))
def predict(submission, X, w, b):
    import torch

    from grader.worker.describe import describe

    X, w, b = (torch.tensor(value, dtype=torch.float32) for value in (X, w, b))
    w.requires_grad_()
    b.requires_grad_()
    y_hat = submission.linreg(X, w, b)
    seen = describe(y_hat)
    if seen.get("requires_grad"):
        y_hat.sum().backward()
    return {"y_hat": seen, "w_grad": w.grad, "b_grad": b.grad, "X": X}


@check(
    points=1,
    function="linreg",
    hint=(
        "Which product takes (n, d) and (d, 1) to (n, 1)? What is added to each row after it?",
        (
            "`*` pairs element with element. torch.matmul, or `@`, multiplies each row with the column w and "
            "sums; (n, d) with (d, 1) gives (n, 1)."
        ),
        (
            "Product first, then the bias added: A @ v + c for other names. Keep b a tensor: .item(), .detach() "
            "and .numpy() cut the gradients, squeeze loses the column."
        ),
    ),
    causes=(
        "`*` multiplies element by element; the matrix product is `@` or torch.matmul.",
        ".item(), .detach() or .numpy() on the way cuts the result off from w and b.",
    ),
)
def test_linreg_gives_xw_plus_b(student, rng):
    """linreg gives Xw + b, and gradients flow back to w and b"""
    for n, d in ((5, 3), (1, 2)):
        X, w, b = rng.normal(size=(n, d)), rng.normal(size=(d, 1)), rng.normal(size=1) + 3
        came = plain_dict(student.call(predict, X, w, b), "linreg")
        name = f"linreg(X, w, b) for X {X.shape}"
        y_hat = tensor(came["y_hat"], name, shape=(n, 1))
        assert_close(y_hat, X @ w + b, name)
        require(
            came["w_grad"] is not None and came["b_grad"] is not None,
            "No gradient reaches w and b through {name}: the result is cut off from them.", name=name,
        )
        assert_close(came["w_grad"], X.sum(axis=0)[:, None], f"the gradient of {name}.sum() by w", atol=1e-4)
        assert_close(came["b_grad"], np.array([n]), f"the gradient of {name}.sum() by b", atol=1e-4)
        assert_close(came["X"], X, f"X after {name}")


@probe(off=("losses", "optimizers"))
def loss_of(submission, y_hat, y):
    import torch

    from grader.worker.describe import describe

    y_hat = torch.tensor(y_hat, dtype=torch.float32, requires_grad=True)
    y = torch.tensor(y, dtype=torch.float32)
    loss = submission.squared_loss(y_hat, y)
    seen = describe(loss)
    if seen.get("requires_grad"):  # still inside: a loss made in another thread is seen by its backward
        loss.sum().backward()
    return {"loss": seen, "grad": y_hat.grad, "y": y, "y_hat": y_hat}


@check(
    points=1,
    function="squared_loss",
    hint=(
        "One loss for each element: what does the formula have in front of the square, and is anything summed?",
        (
            "Without the ½, the derivative by ŷ would be 2(ŷ − y). mean() or sum() belongs to the training loop, "
            "and abs is not a square."
        ),
        (
            "Take the difference, square each element and halve it: a difference of 3 becomes 4.5. Work on y_hat "
            "itself, for .data or .detach() stops its gradients."
        ),
    ),
    causes=(
        "The mean or the sum is taken here already; it belongs to the training loop.",
        "The ½ in front of the square is missing, so that the gradient is twice as large.",
    ),
)
def test_squared_loss_is_half_the_square(student, rng):
    """squared_loss gives ½(ŷ − y)² for each element"""
    y_hat, y = rng.normal(size=(6, 1)), rng.normal(size=(6, 1))
    came = plain_dict(student.call(loss_of, y_hat, y), "squared_loss")
    loss = tensor(came["loss"], "squared_loss(y_hat, y)", shape=(6, 1))
    assert_close(loss, (y_hat - y) ** 2 / 2, "squared_loss(y_hat, y)")
    require(came["grad"] is not None, "No gradient reaches y_hat through squared_loss(y_hat, y).")
    assert_close(came["grad"], y_hat - y, "the gradient of squared_loss(y_hat, y).sum() by y_hat")


@check(
    points=1,
    function="squared_loss",
    hint=(
        "What does broadcasting make of (n, 1) and (n,)? Which method gives y the shape of y_hat?",
        (
            "Look at reshape, and give it y_hat.shape. It is y that changes its shape, never y_hat, and resize_ "
            "would change the caller's labels."
        ),
        (
            "A fixed (-1, 1) is right for a column only. Ask the other tensor: t.reshape(u.shape) gives t the "
            "shape of u, whatever that is, before the subtraction."
        ),
    ),
    causes=("(n, 1) minus (n,) is no error: it is an (n, n) table of every pair.",),
)
def test_squared_loss_has_the_shape_of_y_hat(student, rng):
    """squared_loss has ŷ's shape also where y has another one"""
    for y_hat_shape, y_shape in (((7, 1), (7,)), ((7,), (7, 1)), ((7, 1), (1, 7)), ((2, 3), (6,))):
        y_hat, y = rng.normal(size=y_hat_shape), rng.normal(size=y_shape)
        came = plain_dict(student.call(loss_of, y_hat, y), "squared_loss")
        name = f"squared_loss(y_hat, y) for y_hat {y_hat_shape} and y {y_shape}"
        loss = tensor(came["loss"], name, shape=y_hat_shape)
        assert_close(loss, (y_hat - y.reshape(y_hat_shape)) ** 2 / 2, name)
        assert_close(came["y"], y, "y after squared_loss(y_hat, y)")
        assert_close(came["y_hat"], y_hat, "y_hat after squared_loss(y_hat, y)")


@probe(off=("losses", "optimizers"))
def updates(submission, values, grads, lr, batch_size):
    import torch


    params = []
    for value in values:
        params.append(torch.tensor(value, dtype=torch.float32, requires_grad=True))
    rounds = []
    for step in grads:
        for param, grad in zip(params, step, strict=True):
            param.grad = torch.tensor(grad, dtype=torch.float32)
        submission.sgd(list(params), lr, batch_size)
        rounds.append(
            [
                {
                    "value": param.detach().clone(),
                    "grad": None if param.grad is None else param.grad.clone(),
                    "leaf": param.is_leaf and param.requires_grad,
                }
                for param in params
            ]
        )
    return rounds


def _two_rounds(rng):
    shapes = {"w": (3, 1), "b": (1,)}
    values = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    # No gradient is near zero, so that a parameter that stays put cannot look like one that moved.
    grads = [{name: rng.uniform(1, 3, shape) * rng.choice([-1, 1]) for name, shape in shapes.items()} for _ in "12"]
    return values, grads, float(rng.uniform(0.05, 0.5)), int(rng.integers(3, 9))


def _after_sgd(student, values, grads, lr, batch_size):
    """What the parameters are like after each round of `sgd`: a list of dicts by name."""
    steps = [list(step.values()) for step in grads]
    came = plain_list(student.call(updates, list(values.values()), steps, lr, batch_size), "sgd", length=len(grads))
    rounds = [plain_list(params, "params", length=len(values)) for params in came]
    return [
        {name: plain_dict(param, name) for name, param in zip(values, params, strict=True)} for params in rounds
    ]


@check(
    points=2,
    function="sgd",
    hint=(
        (
            "Compare your update with the formula: its sign, what the learning rate is divided by, and whether "
            "the caller's tensor changes or only a local name."
        ),
        (
            "`p = p - …` binds a new tensor to a local name. `p -= …`, sub_ or add_ writes into the caller's. The"
            " gradient is a sum over the batch, hence the division."
        ),
        (
            "Put no return inside of the loop, or only the first parameter moves; and clear the gradient after it"
            " was used, not before."
        ),
        (
            "For every parameter of the list, subtract in place: learning rate times gradient, over batch_size. "
            "With 2, gradient 6, rate 0.1 and size 3 it ends at 1.8."
        ),
    ),
    causes=(
        "`param = param - …` makes a new tensor under a local name; `param -= …` changes the caller's.",
        "The loss was summed over the batch, so the gradient is batch_size times that of the mean.",
    ),
)
def test_sgd_moves_each_parameter(student, rng):
    """sgd moves each parameter in place by −lr · grad / batch_size"""
    values, grads, lr, batch_size = _two_rounds(rng)
    after = _after_sgd(student, values, grads[:1], lr, batch_size)[0]
    for name, value in values.items():
        grad = grads[0][name]
        got = plain_array(after[name]["value"], f"{name} after sgd", shape=value.shape)
        require(
            not np.allclose(got, value, atol=1e-6),
            "{name} did not change: after sgd([w, b], lr={lr:.3g}, batch_size={batch_size}) the caller's tensor is "
            "as it was.",
            name=name, lr=lr, batch_size=batch_size,
        )
        require(
            not np.allclose(got, value - lr * grad, atol=1e-5),
            "{name} moved by lr · grad, {batch_size} times too far: the gradient is a sum over the batch.",
            name=name, batch_size=batch_size,
        )
        require(
            not np.allclose(got, value + lr * grad / batch_size, atol=1e-5),
            "{name} moved with the gradient instead of against it.", name=name,
        )
        name_after = f"{name} after sgd([w, b], {lr:.3g}, {batch_size})"
        assert_close(got, value - lr * grad / batch_size, name_after, start=value)


@check(
    points=1,
    function="sgd",
    hint=(
        "What would the next backward() add its gradients to? And what does PyTorch record outside of no_grad?",
        (
            "torch.no_grad() lets you change a leaf in place without recording it. zero_ on a gradient clears it;"
            " each parameter has a gradient of its own."
        ),
        (
            "Open the no_grad block around the whole loop. In each round two things happen to the same parameter:"
            " it moves, then its gradient is cleared. Leave requires_grad alone."
        ),
    ),
    causes=(
        "param.grad.zero_() stands outside of the loop over the parameters, so that only one is cleared.",
        "The update runs outside of torch.no_grad() and becomes a part of the graph.",
    ),
)
def test_sgd_leaves_parameters_ready(student, rng):
    """After sgd the gradients are cleared and each parameter is still a leaf that requires grad"""
    values, grads, lr, batch_size = _two_rounds(rng)
    want = values
    for call, after in enumerate(_after_sgd(student, values, grads, lr, batch_size), 1):
        before, want = want, {name: value - lr * grads[call - 1][name] / batch_size for name, value in want.items()}
        for name in values:
            left = after[name]["grad"]
            require(
                left is None or not plain_array(left, f"{name}.grad").any(),
                "{name}.grad is not cleared after sgd: the next backward() adds to what is there.", name=name,
            )
            require(
                after[name]["leaf"] is True,
                "{name} is no leaf that requires grad any more: the update was recorded in the graph, or {name} was "
                "replaced.",
                name=name,
            )
            assert_close(
                after[name]["value"], want[name], f"{name} after call {call} of sgd", start=before[name]
            )


@probe(off=("losses", "optimizers"))
def training(submission, X, y, orders, settings):
    """Train once; tell what came, how `data_iter` was called, and what became of the data."""
    import torch

    from grader.worker.describe import describe

    all_features, all_labels = torch.tensor(X, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)
    calls, taken = [], []

    def data_iter(batch_size, features, labels):
        order = torch.tensor(orders[len(calls) % len(orders)])
        calls.append(describe(batch_size))
        taken.append(0)
        for start in range(0, len(order), int(batch_size)):
            rows = order[start : start + int(batch_size)]
            taken[-1] += 1
            yield features[rows], labels[rows]

    result = submission.train(all_features, all_labels, data_iter, *settings)
    return {
        "result": describe(result), "sizes": calls, "taken": taken, "features": all_features, "labels": all_labels,
    }  # fmt: skip


def _problem(rng, n, d):
    """Data on a line with noise. The numbers are large, so that the random start makes no difference.

    The start, w of size 0.01, moves the end by less than 0.06: training only ever brings two starts
    nearer, and the length of three draws from N(0, 0.01²) exceeds 0.06 once in ten million.
    """
    X = rng.normal(size=(n, d))
    w = rng.uniform(1000, 2000, (d, 1)) * rng.choice([-1, 1], (d, 1))
    return X, X @ w + rng.uniform(500, 1000) + rng.normal(size=(n, 1)) * 300


def _train(student, X, y, orders, *settings):
    """Run the student's training: its w, b and described losses, and what else the probe saw."""
    came = plain_dict(student.call(training, X, y, orders, list(settings)), "train")
    w, b, losses = items(came["result"], "train(…)", length=3)
    w = tensor(w, "w of train(…)", shape=(X.shape[1], 1))
    b = tensor(b, "b of train(…)", shape=(1,))
    return w, b, losses, came


def _orders(rng, n, epochs):
    return [rng.permutation(n) for _ in range(epochs)]


def _simulate(X, y, orders, lr, batch_size, by_length=False):
    """What gradient descent gives from w = 0 and b = 0: w, b, the losses, and those of each epoch's last batch."""
    w, b = np.zeros((X.shape[1], 1)), np.zeros(1)
    losses, of_last_batch = [], []
    for order in orders:
        for start in range(0, len(order), batch_size):
            rows = order[start : start + batch_size]
            error = X[rows] @ w + b - y[rows]
            divisor = len(rows) if by_length else batch_size
            w = w - lr * X[rows].T @ error / divisor
            b = b - lr * error.sum() / divisor
        losses.append(((X @ w + b - y) ** 2).mean() / 2)
        of_last_batch.append(((X[rows] @ w + b - y[rows]) ** 2).mean() / 2)
    return w, b, losses, of_last_batch


def _name_a_wrong_divisor(w, X, y, orders, lr, batch_size):
    """Say so where the end is that of a gradient divided twice by the batch size, or never."""
    for scale, template in (
        (1 / batch_size, "w moves {n} times too little: sgd divided by batch_size what was a mean already."),
        (batch_size, "w moves {n} times too far: the sum over the batch was never divided by batch_size."),
    ):
        end = _simulate(X, y, orders, lr * scale, batch_size)[0]
        require(not np.allclose(w, end, rtol=1e-4, atol=0.1), template, n=batch_size)


def _assert_losses(student, seen, want, of_last_batch):
    """The recorded losses are Python floats and those of the simulation, up to what the start makes of them.

    Another start moves a loss L by |dw| · √(2L · λ), 0.06 · 300 · 2 where L is least (300² / 2, the noise
    alone): less than 1e-3 of it.
    """
    seen = items(seen, "losses", length=len(want))
    values = [number(loss, f"losses[{index}]") for index, loss in enumerate(seen)]
    student.plot("loss", values, want, within=3e-3)
    require(
        np.allclose(values, want, rtol=3e-3) or not np.allclose(values[1:], want[:-1], rtol=3e-3),
        "losses[1] is the loss before the second epoch: each is asked after its epoch.",
    )
    require(
        np.allclose(values, want, rtol=3e-3) or not np.allclose(values, of_last_batch, rtol=3e-3),
        "losses of train(…) are those of each epoch's last batch alone; the mean over all the data is asked.",
    )
    assert_close(np.array(values), np.array(want), "losses of train(…)", rtol=3e-3)


@check(
    points=1,
    function="train",
    hint=(
        "Where does training start? w is drawn small and random, b is zero, and both have the shapes of the task.",
        (
            "0.01 is the standard deviation, which torch.normal takes as it is. Ask for gradients in the call "
            "that draws: a product with 0.01 afterwards is no leaf."
        ),
        (
            "The number of rows of w is the number of columns of features, and w has one column. b is one zero in"
            " a tensor of shape (1,). Both require grad."
        ),
    ),
)
def test_train_starts_small(student, rng):
    """train starts from w ~ N(0, 0.01²) of shape (d, 1) and b = 0 of shape (1,)"""
    X, y = _problem(rng, 6, 3000)
    w, b, _, _ = _train(student, X, y, _orders(rng, 6, 1), 0.0, 1, 3)
    require(not b.any(), "b does not start from 0: with lr=0, train(…) gives b = {b:.4g}.", b=float(b[0]))
    # 3000 draws: the sample's deviation is off by 1.3 % (one sigma); 8 % is more than six of these.
    deviation = float(w.std())
    require(
        0.0092 < deviation < 0.0108,
        "w does not start from N(0, 0.01²): with lr=0, 3000 values of w have standard deviation {deviation:.4g}.",
        deviation=deviation,
    )
    # The mean of 3000 draws has deviation 0.01/√3000 = 1.8e-4; 1.1e-3 is six of these.
    require(abs(float(w.mean())) < 1.1e-3, "w does not start around 0: its mean is {mean:.4g}.", mean=float(w.mean()))


@check(
    points=1,
    function="train",
    hint=(
        (
            "For each batch: predict, loss, sum, backward, sgd. Is something divided twice, left out, or kept "
            "from the batch before?"
        ),
        (
            "backward needs one number, so sum the losses: sgd divides by batch_size already, and with mean() it "
            "would be divided twice. data_iter is called afresh in each epoch."
        ),
        (
            "Gradients pile up if your update does not clear them. With your own sgd, call it once in each round "
            "of the inner loop, with both parameters in a list."
        ),
        (
            "Two loops: the outer one over epochs, the inner one over data_iter(…) with the three arguments "
            "handed on. Inside: your own linreg, squared_loss, sum, backward, sgd."
        ),
    ),
    causes=(
        "The loss is made a mean with .mean(), and sgd divides by batch_size once more.",
        "backward() or sgd stands after the loop over the batches, so that it runs once for each epoch.",
    ),
)
def test_train_follows_the_batches(student, rng):
    """train makes one update for each batch that data_iter gives"""
    X, y = _problem(rng, 20, 3)
    lr, orders = float(rng.uniform(0.03, 0.08)), _orders(rng, 20, 2)
    w, b, _, came = _train(student, X, y, orders, lr, 2, 4)
    sizes = plain_list(came["sizes"], "data_iter")
    require(
        len(sizes) == 2,
        "data_iter was called {got} times in 2 epochs; once for each epoch is asked.", got=len(sizes),
    )
    for size in sizes:
        got = number(size, "the batch size that data_iter got", "int")
        require(got == 4, "data_iter got {got} as batch size, not the {want} that train got.", got=got, want=4)
    taken = [plain(count, "data_iter", int) for count in plain_list(came["taken"], "data_iter")]
    require(taken == [5, 5], "Of the 5 batches of each epoch, {taken} were taken from data_iter.", taken=taken)
    _name_a_wrong_divisor(w, X, y, orders, lr, 4)
    want_w, want_b, *_ = _simulate(X, y, orders, lr, 4)
    assert_close(w, want_w, "w after train(…, num_epochs=2)", rtol=1e-4, atol=0.1)
    assert_close(b, want_b, "b after train(…, num_epochs=2)", rtol=1e-4, atol=0.1)
    assert_close(came["features"], X, "features after train(…)")
    assert_close(came["labels"], y, "labels after train(…)")


@check(
    points=1,
    function="train",
    hint=(
        "When is the loss recorded, over which examples, and what turns a tensor of one element into a float?",
        (
            "After the inner loop X and y still hold the last batch. The loss asked for is over features and "
            "labels, with w and b as they are then, and it is a mean."
        ),
        (
            "At the end of each epoch, under no_grad: predict on all the data, take the mean loss, turn it into a"
            " float (torch.tensor(2.5).item() is 2.5), append."
        ),
    ),
    causes=(
        "The loss is that of the last batch, which is still at hand after the loop, not that of all the data.",
        "A tensor is kept where a float is asked: float(…) or .item() gives the number.",
    ),
)
def test_train_records_losses(student, rng):
    """train records the mean loss on all the data after each epoch, as Python floats"""
    X, y = _problem(rng, 20, 3)
    orders = _orders(rng, 20, 4)
    _, _, losses, _ = _train(student, X, y, orders, 0.05, 4, 4)
    _assert_losses(student, losses, *_simulate(X, y, orders, 0.05, 4)[2:])


@check(
    points=1,
    function="train",
    held_back=True,
    hint=(
        (
            "Labels come as (n,) too, the last batch may be a short one, and lr, num_epochs and batch_size have "
            "defaults: does anything depend on these?"
        ),
        (
            "If your loss brings y into the shape of y_hat, flat labels need nothing more. An own loss written "
            "inside of train may forget this."
        ),
        (
            "Call your squared_loss everywhere, skip no batch because of its length, use lr, num_epochs and "
            "batch_size by their names, and never reshape the caller's labels in place."
        ),
    ),
)
def test_train_takes_flat_labels_and_a_short_batch(student, rng):
    """train works with labels of shape (n,), with a short last batch and with its defaults"""
    X, y = _problem(rng, 23, 3)
    orders = _orders(rng, 23, 3)
    w, b, losses, came = _train(student, X, y[:, 0], orders)
    readings = [_simulate(X, y, orders, 0.03, 10, by_length=by_length) for by_length in (False, True)]
    want_w, want_b, *want_losses = min(readings, key=lambda reading: np.abs(reading[0] - w).max())
    assert_close(w, want_w, "w after train(…)", rtol=1e-4, atol=0.1)
    assert_close(b, want_b, "b after train(…)", rtol=1e-4, atol=0.1)
    _assert_losses(student, losses, *want_losses)
    assert_close(came["labels"], y[:, 0], "labels after train(…)")
