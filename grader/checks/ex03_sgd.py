"""Checks of ex03: the parts of linear regression by hand, then the training loop made of them."""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import items, number, plain, plain_array, plain_list, require, tensor
from grader.probe import probe


@probe
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
    return {"y_hat": seen, "w_grad": w.grad, "b_grad": b.grad}


@check(
    points=1,
    function="linreg",
    hint="Which product takes (n, d) and (d, 1) to (n, 1)? What is added to each row after it?",
)
def test_linreg_gives_xw_plus_b(student, rng):
    """linreg gives Xw + b, and gradients flow back to w and b"""
    X, w, b = rng.normal(size=(5, 3)), rng.normal(size=(3, 1)), rng.normal(size=1) + 3
    came = student.call(predict, X, w, b)
    y_hat = tensor(came["y_hat"], "linreg(X, w, b)", shape=(5, 1))
    assert_close(y_hat, X @ w + b, "linreg(X, w, b)")
    require(
        came["w_grad"] is not None and came["b_grad"] is not None,
        "No gradient reaches w and b through linreg(X, w, b): the result is cut off from them.",
    )
    assert_close(came["w_grad"], X.sum(axis=0)[:, None], "the gradient of linreg(X, w, b).sum() by w", atol=1e-4)


@probe
def loss_of(submission, y_hat, y):
    import torch
    from grader.worker.describe import describe
    from grader.worker.shortcuts import LOSSES, off

    y_hat = torch.tensor(y_hat, dtype=torch.float32, requires_grad=True)
    y = torch.tensor(y, dtype=torch.float32)
    with off(LOSSES):
        loss = submission.squared_loss(y_hat, y)
    seen = describe(loss)
    if seen.get("requires_grad"):
        loss.sum().backward()
    return {"loss": seen, "grad": y_hat.grad, "y": y}


@check(
    points=1,
    function="squared_loss",
    hint="One loss for each element: what does the formula have in front of the square, and is anything summed?",
)
def test_squared_loss_is_half_the_square(student, rng):
    """squared_loss gives ½(ŷ − y)² for each element"""
    y_hat, y = rng.normal(size=(6, 1)), rng.normal(size=(6, 1))
    came = student.call(loss_of, y_hat, y)
    loss = tensor(came["loss"], "squared_loss(y_hat, y)", shape=(6, 1))
    assert_close(loss, (y_hat - y) ** 2 / 2, "squared_loss(y_hat, y)")
    require(came["grad"] is not None, "No gradient reaches y_hat through squared_loss(y_hat, y).")
    assert_close(came["grad"], y_hat - y, "the gradient of squared_loss(y_hat, y).sum() by y_hat")


@check(
    points=1,
    function="squared_loss",
    hint="What does broadcasting make of (n, 1) and (n,)? Which method gives y the shape of y_hat?",
)
def test_squared_loss_has_the_shape_of_y_hat(student, rng):
    """squared_loss has ŷ's shape also where y has another one"""
    for y_hat_shape, y_shape in (((7, 1), (7,)), ((7,), (7, 1)), ((7, 1), (1, 7))):
        y_hat, y = rng.normal(size=y_hat_shape), rng.normal(size=y_shape)
        came = student.call(loss_of, y_hat, y)
        name = f"squared_loss(y_hat, y) for y_hat {y_hat_shape} and y {y_shape}"
        loss = tensor(came["loss"], name, shape=y_hat_shape)
        assert_close(loss, (y_hat - y.reshape(y_hat_shape)) ** 2 / 2, name)
        assert_close(came["y"], y, "y after squared_loss(y_hat, y)")


@probe
def updates(submission, values, grads, lr, batch_size):
    import torch
    from grader.worker.shortcuts import OPTIMIZERS, off

    params = []
    for value in values:
        params.append(torch.tensor(value, dtype=torch.float32, requires_grad=True))
    rounds = []
    with off(OPTIMIZERS):
        for step in grads:
            for param, grad in zip(params, step, strict=True):
                param.grad = torch.tensor(grad, dtype=torch.float32)
            submission.sgd(params, lr, batch_size)
            rounds.append(
                {
                    "values": [param.detach().clone() for param in params],
                    "grads": [None if param.grad is None else param.grad.clone() for param in params],
                    "leaf": [param.is_leaf and param.requires_grad for param in params],
                }
            )
    return rounds


def _two_rounds(rng):
    values = [rng.normal(size=(3, 1)), rng.normal(size=1)]
    grads = [[rng.normal(size=(3, 1)) + 2, rng.normal(size=1) + 2] for _ in range(2)]
    return values, grads, float(rng.uniform(0.05, 0.5)), int(rng.integers(3, 9))


@check(
    points=2,
    function="sgd",
    hint="Compare your update with the formula: its sign, what the learning rate is divided by, and whether "
    "the caller's tensor changes or only a local name.",
)
def test_sgd_moves_each_parameter(student, rng):
    """sgd moves each parameter in place by −lr · grad / batch_size"""
    values, grads, lr, batch_size = _two_rounds(rng)
    came = plain_list(student.call(updates, values, grads[:1], lr, batch_size), "params")
    after = plain_list(came[0]["values"], "params")
    names = ("w", "b")
    for name, value, grad, got in zip(names, values, grads[0], after, strict=True):
        got = plain_array(got, f"{name} after sgd", shape=value.shape)
        require(
            not np.allclose(got, value, atol=1e-6),
            "{name} did not change: after sgd([w, b], lr={lr:.3g}, batch_size={batch_size}) the caller's tensor is as it was.",
            name=name, lr=lr, batch_size=batch_size,
        )
        full = value - lr * grad
        require(
            not np.allclose(got, full, atol=1e-5),
            "{name} moved by lr · grad, {batch_size} times too far: the gradient is a sum over the batch.",
            name=name, batch_size=batch_size,
        )
        require(
            not np.allclose(got, value + lr * grad / batch_size, atol=1e-5),
            "{name} moved with the gradient instead of against it.", name=name,
        )
        assert_close(got, value - lr * grad / batch_size, f"{name} after sgd([w, b], {lr:.3g}, {batch_size})")


@check(
    points=1,
    function="sgd",
    hint="What would the next backward() add its gradients to? And what does PyTorch record outside of no_grad?",
)
def test_sgd_leaves_parameters_ready(student, rng):
    """After sgd the gradients are cleared and each parameter is still a leaf that requires grad"""
    values, grads, lr, batch_size = _two_rounds(rng)
    came = plain_list(student.call(updates, values, grads, lr, batch_size), "params")
    want = values
    for round_number, step in enumerate(grads):
        seen = came[round_number]
        want = [value - lr * grad / batch_size for value, grad in zip(want, step, strict=True)]
        for index, name in enumerate(("w", "b")):
            left = plain_list(seen["grads"], "grads")[index]
            require(
                left is None or not plain_array(left, f"{name}.grad").any(),
                "{name}.grad is not cleared after sgd: the next backward() adds to what is there.", name=name,
            )
            require(
                plain_list(seen["leaf"], "params")[index] is True,
                "{name} is no leaf that requires grad any more: the update was recorded in the graph, or {name} was replaced.",
                name=name,
            )
            assert_close(plain_list(seen["values"], "params")[index], want[index], f"{name} after {round_number + 1} calls of sgd")


@probe
def training(submission, X, y, orders, lr, num_epochs, batch_size):
    """Train twice from the same seed: with lr = 0, which shows the start, and with lr."""
    import torch
    from grader.worker.describe import describe
    from grader.worker.shortcuts import LOSSES, OPTIMIZERS, off

    features, labels = torch.tensor(X, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)
    seed = torch.initial_seed()
    runs = []
    for rate in (0.0, lr):
        calls, given = [], []

        def data_iter(batch_size, features, labels):
            calls.append([batch_size, features, labels])
            order = torch.tensor(orders[(len(calls) - 1) % len(orders)])
            given.append(0)
            for start in range(0, len(order), batch_size):
                rows = order[start : start + batch_size]
                given[-1] += 1
                yield features[rows], labels[rows]

        torch.manual_seed(seed)
        with off(LOSSES, OPTIMIZERS):
            result = submission.train(features, labels, data_iter, rate, num_epochs, batch_size)
        runs.append({"result": describe(result), "calls": calls, "given": given})
    return runs


def _problem(rng, n=23, d=3, column=True):
    X = rng.normal(size=(n, d))
    y = X @ rng.normal(size=(d, 1)) * 2 + rng.normal() + 1
    return X, y if column else y[:, 0]


def _train(student, rng, *, n=23, d=3, epochs=2, batch_size=5, lr=0.05, column=True):
    """Run the student's training; gives the problem, the start, and the end with its losses."""
    X, y = _problem(rng, n, d, column)
    orders = [rng.permutation(n) for _ in range(epochs)]
    runs = plain_list(student.call(training, X, y, orders, lr, epochs, batch_size), "train")
    taken = []
    for run in runs[:2]:
        w, b, losses = items(run["result"], "train(…)", length=3)
        w = tensor(w, "w of train(…)", shape=(d, 1))
        b = tensor(b, "b of train(…)", shape=(1,))
        taken.append((w, b, losses, run))
    return X, y.reshape(-1, 1), orders, taken[0], taken[1]


def _simulate(X, y, w, b, orders, lr, batch_size, by_length):
    w, b = w.astype(np.float64), b.astype(np.float64)
    losses = []
    for order in orders:
        for start in range(0, len(order), batch_size):
            rows = order[start : start + batch_size]
            error = X[rows] @ w + b - y[rows]
            divisor = len(rows) if by_length else batch_size
            w = w - lr * X[rows].T @ error / divisor
            b = b - lr * error.sum() / divisor
        losses.append(float(((X @ w + b - y) ** 2).mean() / 2))
    return w, b, losses


@check(
    points=1,
    function="train",
    hint="Where does training start? w is drawn small and random, b is zero, and both have the shapes of the task.",
)
def test_train_starts_small(student, rng):
    """train starts from w ~ N(0, 0.01²) of shape (d, 1) and b = 0 of shape (1,)"""
    X, y, _, (w, b, _, _), _ = _train(student, rng, n=6, d=3000, epochs=1, batch_size=3)
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
    hint="For each batch: predict, loss, sum, backward, sgd. Is something divided twice, left out, or kept from the batch before?",
)
def test_train_follows_the_batches(student, rng):
    """train makes one update for each batch that data_iter gives"""
    lr, batch_size = float(rng.uniform(0.03, 0.08)), 4
    X, y, orders, (w, b, _, _), (w_end, b_end, _, run) = _train(
        student, rng, n=20, lr=lr, batch_size=batch_size
    )
    calls = plain_list(run["calls"], "data_iter")
    require(
        len(calls) == len(orders),
        "data_iter was called {got} times in {epochs} epochs; once for each epoch is asked.",
        got=len(calls), epochs=len(orders),
    )
    for call in calls:
        given = plain_list(call, "data_iter")
        require(given[0] == batch_size, "data_iter got {got} as batch size, not {want}.", got=given[0], want=batch_size)
        assert_close(given[1], X, "the features that data_iter got")
    batches = plain_list(run["given"], "data_iter")
    require(batches == [5, 5], "Not every batch of data_iter was used.")
    want_w, want_b, _ = _simulate(X, y, w, b, orders, lr, batch_size, by_length=False)
    assert_close(w_end, want_w, "w after train(…, num_epochs=2)", rtol=1e-3, atol=1e-4)
    assert_close(b_end, want_b, "b after train(…, num_epochs=2)", rtol=1e-3, atol=1e-4)


@check(
    points=1,
    function="train",
    hint="When is the loss recorded, over which examples, and what turns a tensor of one element into a float?",
)
def test_train_records_losses(student, rng):
    """train records the mean loss on all the data after each epoch, as Python floats"""
    X, y, orders, (w, b, _, _), (_, _, losses, _) = _train(student, rng, n=20, epochs=3, batch_size=4)
    seen = items(losses, "losses", length=3)
    values = [number(loss, f"losses[{index}]") for index, loss in enumerate(seen)]
    want = _simulate(X, y, w, b, orders, 0.05, 4, by_length=False)[2]
    assert_close(np.array(values), np.array(want), "losses of train(…, num_epochs=3)", rtol=1e-3, atol=1e-5)


@check(
    points=1,
    function="train",
    held_back=True,
    hint="Labels come as (n,) too, and the last batch may be a short one: does anything depend on either?",
)
def test_train_takes_flat_labels_and_a_short_batch(student, rng):
    """train works with labels of shape (n,) and with a short last batch"""
    X, y, orders, (w, b, _, _), (w_end, b_end, losses, _) = _train(student, rng, n=23, column=False)
    came = np.concatenate([w_end.ravel(), b_end])
    readings = []
    for by_length in (False, True):
        want_w, want_b, want_losses = _simulate(X, y, w, b, orders, 0.05, 5, by_length=by_length)
        readings.append((np.concatenate([want_w.ravel(), want_b]), want_losses))
    want, want_losses = min(readings, key=lambda reading: np.abs(reading[0] - came).max())
    assert_close(came, want, "w and b after train(…)", rtol=1e-3, atol=1e-4)
    values = [number(loss, "losses[…]") for loss in items(losses, "losses", length=2)]
    assert_close(np.array(values), np.array(want_losses), "losses of train(…)", rtol=1e-3, atol=1e-5)
