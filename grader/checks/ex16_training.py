"""Checks of ex16: one epoch of training, one evaluation, and the loop around them with its log."""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import items, number, plain, plain_array, plain_dict, plain_list, require
from grader.probe import probe

LIBRARIES = (
    "torch",
    "torch._dynamo",  # the first step of an optimizer imports it
    "torch.utils.data",
    "torch.utils.tensorboard",
    "tensorboard.backend.event_processing.event_accumulator",
)

BATCH = 4
KEYS = ("train_loss", "test_loss", "test_accuracy")


@probe
def network(values, factor, training):
    """A linear layer, a normalisation where `values` has one, and a gate that scales while it trains.

    The model notes at each call whether its output requires grad, where its input is, its mode, and what it gives.
    """
    import torch

    class Gate(torch.nn.Module):
        def forward(self, x):
            return x * factor if self.training else x

    class Net(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.calls = []
            self.linear = torch.nn.Linear(values["W"].shape[1], values["W"].shape[0])
            self.norm = torch.nn.BatchNorm1d(len(values["mean"])) if "mean" in values else torch.nn.Identity()
            self.rest = torch.nn.Sequential(Gate(), torch.nn.Identity())

        def forward(self, x):
            out = self.rest(self.norm(self.linear(x)))
            self.calls.append([out.requires_grad, x.device.type, self.training, out.detach().clone()])
            return out

    model = Net()
    places = {
        "W": model.linear.weight, "b": model.linear.bias, "scale": getattr(model.norm, "weight", None),
        "shift": getattr(model.norm, "bias", None), "mean": getattr(model.norm, "running_mean", None),
        "var": getattr(model.norm, "running_var", None),
    }  # fmt: skip
    with torch.no_grad():
        for name in values:
            places[name].copy_(torch.as_tensor(values[name]))
    model.train(training)
    return model, {name: places[name] for name in values}


@probe
def loader_of(X, y, batch_size, drop_last):
    import torch
    from torch.utils.data import DataLoader, TensorDataset

    data = TensorDataset(torch.tensor(X, dtype=torch.float32), torch.tensor(y))
    return DataLoader(data, batch_size=batch_size, drop_last=drop_last)


@probe
def one_epoch(submission, values, X, y, batch_size, drop_last, factor, training, settings, stale):
    import torch

    from grader.worker.describe import describe

    model, places = network(values, factor, training)
    optimizer = torch.optim.SGD(model.parameters(), **settings)
    if stale is not None:
        for name in places:
            places[name].grad = torch.as_tensor(stale[name]).to(torch.float32)
    loss = submission.train_epoch(
        model, loader_of(X, y, batch_size, drop_last), torch.nn.CrossEntropyLoss(), optimizer
    )
    return {"loss": describe(loss), **{name: places[name].detach() for name in places}}


def _cross_entropy(logits, y):
    """The loss of each example, and its derivative by the logits."""
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    softmax = shifted / shifted.sum(axis=1, keepdims=True)
    one_hot = np.eye(logits.shape[1])[y]
    return -np.log((softmax * one_hot).sum(axis=1)), softmax - one_hot


def _train(W, b, X, y, lr, momentum=0.0, factor=1.0, drop_last=False):
    """W and b after one epoch of SGD, and each batch's length and loss."""
    speed_W, speed_b, batches = np.zeros_like(W), np.zeros_like(b), []
    for start in range(0, len(X), BATCH):
        rows = slice(start, start + BATCH)
        count = len(X[rows])
        if count < BATCH and drop_last:
            continue
        losses, by_logits = _cross_entropy(factor * (X[rows] @ W.T + b), y[rows])
        by_output = factor * by_logits / count
        speed_W, speed_b = momentum * speed_W + by_output.T @ X[rows], momentum * speed_b + by_output.sum(axis=0)
        W, b = W - lr * speed_W, b - lr * speed_b
        batches.append((count, losses.mean()))
    return W, b, batches


def _data(rng, n, d=3, classes=4):
    return rng.normal(size=(n, d)), rng.integers(0, classes, n)


def _linear(rng, d=3, classes=4):
    return {"W": rng.normal(size=(classes, d)), "b": rng.normal(size=classes)}


@check(
    points=1,
    function="train_epoch",
    hint=(
        "Which calls make one update, and what is in .grad when backward begins? How many updates has one pass?",
        (
            "One update: clear the gradients, predict and loss, backward, step. backward adds to .grad, so a "
            "zero_grad only after step lets old gradients into the first update."
        ),
        (
            "All four stand inside of the loop over the loader, the `return` stands outside of it. Call backward "
            "on the loss as loss_fn gives it, not on a multiple of it."
        ),
    ),
)
def test_train_epoch_updates_once_a_batch(student, rng):
    """train_epoch makes one update for each batch, from that batch's gradient alone"""
    values, (X, y) = _linear(rng), _data(rng, 15)
    settings = {"lr": float(rng.uniform(0.1, 0.3)), "momentum": float(rng.uniform(0.5, 0.9))}
    stale = {name: rng.normal(size=value.shape) for name, value in values.items()}
    came = plain_dict(
        student.call(one_epoch, values, X, y, BATCH, False, 1.0, True, settings, stale), "train_epoch"
    )
    W, b, _ = _train(values["W"], values["b"], X, y, **settings)
    got = plain_array(came["W"], "the weight", shape=W.shape)
    require(
        not np.allclose(got, values["W"], atol=1e-6), "train_epoch(…) left the model's weight as it was: no update."
    )
    assert_close(got, W, "the weight after train_epoch(…)", rtol=1e-3, atol=1e-4)
    assert_close(came["b"], b, "the bias after train_epoch(…)", rtol=1e-3, atol=1e-4)


@check(
    points=1,
    function="train_epoch",
    hint=(
        "In which mode is a model that was validated just before?",
        (
            "A module's train() switches it and all layers inside; setting model.training alone reaches one flag "
            "only. After a validation the model may come in evaluation mode."
        ),
        (
            "Call it once at the very start of the function, before the first batch, whatever the mode was. "
            "Nothing has to be put back here."
        ),
    ),
)
def test_train_epoch_trains_in_training_mode(student, rng):
    """train_epoch trains in training mode, in whichever mode the model comes"""
    for training in (False, True):
        values, (X, y), factor = _linear(rng), _data(rng, 12), float(rng.uniform(1.5, 2))
        settings = {"lr": 0.2}
        came = plain_dict(
            student.call(one_epoch, values, X, y, BATCH, False, factor, training, settings, None), "train_epoch"
        )
        got = plain_array(came["W"], "the weight", shape=values["W"].shape)
        require(
            not np.allclose(got, _train(values["W"], values["b"], X, y, 0.2)[0], rtol=1e-4, atol=1e-5),
            "The model came in {mode} mode, and train_epoch(…) trained it in evaluation mode.",
            mode="training" if training else "evaluation",
        )
        W, b, _ = _train(values["W"], values["b"], X, y, 0.2, factor=factor)
        assert_close(got, W, "the weight after train_epoch(…)", rtol=1e-3, atol=1e-4)
        assert_close(came["b"], b, "the bias after train_epoch(…)", rtol=1e-3, atol=1e-4)


def _name_a_wrong_mean(loss, batches, size, name):
    """Say so where the loss is a sum, an unweighted mean, or divided by the wrong count."""
    lengths, losses = (np.array(column) for column in zip(*batches, strict=True))
    total, count = float(lengths @ losses), int(lengths.sum())
    for wrong, template in (
        (total, "{name} is the sum over the examples; the mean is asked."),
        (losses.sum(), "{name} is the sum of the batches' losses; the mean per example is asked."),
        (losses.mean(), "{name} is the mean of the batches' losses: a short batch counts as much as a full one."),
        (losses.sum() / count, "{name} is the sum of the batches' losses divided by the number of examples: each of "
         "these is a mean over its batch already."),
        (losses[-1], "{name} is the loss of the last batch."),
        (total / size, "{name} is divided by the length of the dataset, not by the number of examples that came."),
    ):  # fmt: skip
        fits = np.isclose(loss, wrong, rtol=1e-4) and not np.isclose(loss, total / count, rtol=1e-4)
        require(not fits, template, name=name)


@check(
    points=1,
    function="train_epoch",
    hint=(
        "The loss of a batch is a mean already: over how many examples? And how many examples came in all?",
        (
            "A batch's mean times the batch's own length is its sum. len(loader.dataset) and loader.batch_size "
            "count wrong where the last batch is short or dropped."
        ),
        (
            "Keep two totals: loss.item() times the length of the labels, and the lengths. Batches of 3 and 1 "
            "with means 2 and 6 give 12 / 4. Divide after the loop, return a float."
        ),
    ),
)
def test_train_epoch_gives_the_mean_loss(student, rng):
    """train_epoch gives the mean loss per example over the examples that came, a Python float"""
    for drop_last in (False, True):
        values, (X, y), lr = _linear(rng), _data(rng, 10), float(rng.uniform(0.1, 0.3))
        came = plain_dict(
            student.call(one_epoch, values, X, y, BATCH, drop_last, 1.0, True, {"lr": lr}, None), "train_epoch"
        )
        name = f"train_epoch(…) with drop_last={drop_last}"
        loss = number(came["loss"], name)
        batches = _train(values["W"], values["b"], X, y, lr, drop_last=drop_last)[2]
        _name_a_wrong_mean(loss, batches, len(X), name)
        assert_close(loss, np.average([one for _, one in batches], weights=[n for n, _ in batches]), name, rtol=1e-3)


@probe
def one_evaluation(submission, values, X, y, batch_size, factor, training, grads, frozen):
    import torch

    from grader.worker.describe import describe

    model, places = network(values, factor, training)
    for name in grads:
        places[name].grad = torch.as_tensor(grads[name]).to(torch.float32)
    for name in frozen:
        places[name].requires_grad_(False)
    result = submission.evaluate(model, loader_of(X, y, batch_size, False), torch.nn.CrossEntropyLoss())
    return {
        "result": describe(result),
        "calls": model.calls,
        "modes": [module.training for module in model.modules()],
        "values": {name: places[name].detach().clone() for name in places},
        "grads": {name: places[name].grad for name in places},
        "needs": {name: places[name].requires_grad for name in places},
    }


def _exam(rng, normalised=False, n=13, classes=4, d=3):
    """A model, examples, and the right loss and accuracy in evaluation mode.

    The last batch, a short one, is all right or all wrong, and of the others neither are all: so a mean
    over batches is never the share of examples. No two logits of an example are close.
    """
    while True:
        values, X = _linear(rng), rng.normal(size=(n, d))
        if normalised:
            values |= {"scale": rng.uniform(0.5, 1.5, classes), "shift": rng.normal(size=classes)}
            values |= {"mean": rng.normal(size=classes), "var": rng.uniform(1, 3, classes)}
        logits = X @ values["W"].T + values["b"]
        if normalised:
            logits = (logits - values["mean"]) / np.sqrt(values["var"] + 1e-5) * values["scale"] + values["shift"]
        ordered = np.sort(logits, axis=1)
        if (ordered[:, -1] - ordered[:, -2]).min() > 1e-3:
            break
    best = logits.argmax(axis=1)
    right = np.zeros(n, bool)
    full = n // 5 * 5
    right[rng.permutation(full)[: rng.integers(3, full - 2)]] = True
    right[full:] = rng.random() < 0.5
    y = np.where(right, best, (best + rng.integers(1, classes, n)) % classes)
    losses, _ = _cross_entropy(logits, y)
    batches = [(len(part), part.mean()) for part in (losses[start : start + 5] for start in range(0, n, 5))]
    return values, X, y, logits, batches, float(right.mean())


def _evaluate(student, exam, *, factor=1.0, training, grads=None, frozen=()):
    """What the probe saw of `evaluate`."""
    values, X, y, *_ = exam
    args = (values, X, y, 5, factor, training, grads or {}, list(frozen))
    return plain_dict(student.call(one_evaluation, *args), "evaluate")


def _assert_result(came, exam):
    _, X, _, _, batches, share = exam
    pair = items(came["result"], "evaluate(…)", length=2)
    loss, accuracy = number(pair[0], "the loss of evaluate(…)"), number(pair[1], "the accuracy of evaluate(…)")
    _name_a_wrong_mean(loss, batches, len(X), "the loss of evaluate(…)")
    want = np.average([one for _, one in batches], weights=[n for n, _ in batches])
    assert_close(loss, want, "the loss of evaluate(…)", rtol=1e-3)
    require(
        not np.isclose(accuracy, share * len(X)),
        "The accuracy of evaluate(…) is the number of right classes; their share is asked.",
    )
    require(not np.isclose(accuracy, 100 * share), "The accuracy of evaluate(…) is in percent; the share is asked.")
    assert_close(accuracy, share, "the accuracy of evaluate(…)")


def _assert_ran(came, exam):
    """Whatever evaluate gave, it ran the model in evaluation mode on every example; gives the calls."""
    logits = exam[3]
    calls = [plain_list(call, "a call of the model", length=4) for call in plain_list(came["calls"], "the calls")]
    require(calls, "evaluate(…) never ran the model.")
    outputs = [plain_array(call[3], "what the model gave") for call in calls]
    require(all(one.shape[1:] == logits.shape[1:] for one in outputs), "evaluate(…) ran the model on something else.")
    seen = np.concatenate(outputs)
    require(
        len(seen) >= len(logits), "evaluate(…) ran the model on {got} of the {size} examples.",
        got=len(seen), size=len(logits),
    )
    require(
        np.allclose(seen[: len(logits)], logits, rtol=1e-3, atol=1e-4),
        "In evaluate(…) the model did not give what it gives in evaluation mode.",
    )
    return calls


@check(
    points=1.5,
    function="evaluate",
    hint=(
        (
            "By what is each batch's mean to be weighed, and what is divided at the end? Along which dimension "
            "are the classes?"
        ),
        (
            "Classes stand along dim 1, so argmax goes there. A batch's mean loss is weighed by its own length; "
            "right answers are counted over all batches, not averaged by batch."
        ),
        (
            "Three totals: loss times length, number of places equal to y, length. After the loop divide the "
            "first two by the third; loss first, then the share, both Python floats."
        ),
    ),
)
def test_evaluate_gives_loss_and_accuracy(student, rng):
    """evaluate gives the mean loss per example and the share of right classes, as Python floats"""
    for n in (13, 11):  # with 11 the last batch is a single example
        exam = _exam(rng, n=n)
        _assert_result(_evaluate(student, exam, training=False), exam)


@check(
    points=1,
    function="evaluate",
    hint=(
        (
            "Two things are asked, and one call does not bring the other: dropout and normalisation are told of "
            "the test, and no graph is recorded."
        ),
        (
            "eval() tells dropout and normalisation, torch.no_grad() stops the recording. Neither does the work "
            "of the other, and backward has no place here."
        ),
        (
            "Switch the model first, then open the no_grad block around the loop, so that every call of the model"
            " stands inside of it."
        ),
    ),
)
def test_evaluate_tests_without_gradients(student, rng):
    """evaluate runs the model in evaluation mode and records no gradients"""
    exam = _exam(rng, normalised=True)
    came = _evaluate(student, exam, factor=float(rng.uniform(2, 3)), training=True)
    for call in plain_list(came["calls"], "the calls"):
        _, _, training, _ = plain_list(call, "a call of the model", length=4)
        require(training is False, "The model was in training mode while evaluate(…) ran it.")
    for graph, _, _, _ in _assert_ran(came, exam):
        require(graph is False, "A graph was recorded while evaluate(…) ran the model: its output requires grad.")


@check(
    points=0.5,
    function="evaluate",
    hint=(
        "What does the caller's model do next? Remember the flag before you change it.",
        (
            "model.training tells the mode. model.train(flag) sets it for all layers, to either mode; assigning "
            "model.training sets one flag, and a bare train() always ends in training."
        ),
        (
            "Keep the flag in a name before eval(), and after the loop, before the `return`, hand this name to "
            "model.train(…)."
        ),
    ),
)
def test_evaluate_gives_the_mode_back(student, rng):
    """evaluate leaves the model and its layers in the mode in which they came"""
    for training in (True, False):
        exam = _exam(rng)
        came = _evaluate(student, exam, training=training)
        _assert_ran(came, exam)
        modes = [plain(flag, "a mode", bool) for flag in plain_list(came["modes"], "the modes")]
        require(
            all(flag is training for flag in modes),
            "The model came in {before} mode, and after evaluate(…) {count} of its {size} modules are in {after} mode.",
            before="training" if training else "evaluation", after="evaluation" if training else "training",
            count=sum(flag is not training for flag in modes), size=len(modes),
        )


@check(
    points=0.5,
    function="evaluate",
    held_back=True,
    hint=(
        "Parameters, buffers, gradients, flags: a measurement leaves all of them as they were.",
        (
            "zero_grad, backward and a requires_grad switch are left-overs of training. Outside of evaluation "
            "mode, batch normalisation changes its buffers at each call."
        ),
        (
            "no_grad already does all that is needed: touch no parameter, no gradient and no flag but the mode, "
            "and run the model in evaluation mode only."
        ),
    ),
)
def test_evaluate_changes_nothing(student, rng):
    """evaluate changes no parameter, no buffer, no gradient and no flag of the model"""
    for training in (False, True):
        exam = _exam(rng, normalised=not training)
        values = exam[0]
        grads = {name: rng.normal(size=values[name].shape) for name in ("W", "b")}
        came = _evaluate(student, exam, training=training, grads=grads, frozen=["b"])
        _assert_ran(came, exam)
        after, left, needs = (plain_dict(came[field], "the model") for field in ("values", "grads", "needs"))
        for name, value in values.items():
            assert_close(after[name], value, f"{name} of the model after evaluate(…)")
            if name in grads:
                require(left[name] is not None, "{name}.grad was lost in evaluate(…).", name=name)
                assert_close(left[name], grads[name], f"{name}.grad after evaluate(…)")
            else:
                require(left[name] is None, "{name}.grad was None, and after evaluate(…) it is not.", name=name)
            wanted = name in ("W", "scale", "shift")
            require(
                needs[name] is wanted, "{name}.requires_grad was {before} before evaluate(…), and is not after it.",
                name=name, before=wanted,
            )


@probe
def whole_training(submission, values, train, test, batch_size, epochs, lr, factor, training, device):
    """Fit in a folder that is not there yet; read the events as they are when `fit` returns.

    A `SummaryWriter` has a thread of its own until it is closed.
    """
    import os
    import threading

    import torch

    from grader.worker.describe import describe

    model, places = network(values, factor, training)
    loaders = [loader_of(X, y, batch_size, False) for X, y in (train, test)]
    folder = os.path.join(os.getcwd(), f"logs_{torch.randint(10**9, ()).item()}")
    arguments = (epochs, lr, folder) if device is None else (epochs, lr, folder, device)
    before = threading.enumerate()
    history = submission.fit(model, *loaders, *arguments)
    left = [type(thread).__name__ for thread in threading.enumerate() if thread not in before]
    events = recorded(folder)
    listed = isinstance(history, list | tuple)
    return {
        "kind": describe(history),
        "history": [as_fields(entry) for entry in history] if listed else [],
        **events,
        "left": left,
        "calls": model.calls,
        "devices": [param.device.type for param in model.parameters()],
        **{name: places[name].detach() for name in places},
    }


@probe
def as_fields(entry):
    """A dict's values, described; None for anything else."""
    from grader.worker.describe import describe

    if not isinstance(entry, dict):
        return None
    return {str(key): describe(value) for key, value in entry.items()}


@probe
def recorded(folder):
    """The tags in a folder's events, and the steps and values of the scalar test_loss."""
    import os

    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    from tensorboard.util.tensor_util import make_ndarray

    if not os.path.isdir(folder):
        return {"tags": [], "events": []}
    reader = EventAccumulator(folder, size_guidance={"scalars": 0, "tensors": 0})
    reader.Reload()
    tags = reader.Tags()
    if "test_loss" in tags["scalars"]:
        events = [[int(event.step), float(event.value)] for event in reader.Scalars("test_loss")]
    elif "test_loss" in tags["tensors"]:
        events = [[int(event.step), float(make_ndarray(event.tensor_proto))] for event in reader.Tensors("test_loss")]
    else:
        events = []
    return {"tags": [str(tag) for tag in tags["scalars"] + tags["tensors"]][:20], "events": events}


def _course_of(values, train, test, epochs, lr, factor):
    """For each epoch the loss while training, that after it, the test loss and the accuracy; W and b at the end."""
    W, b, rows = values["W"], values["b"], []
    for _ in range(epochs):
        W, b, batches = _train(W, b, *train, lr, factor=factor)
        while_training = np.average([one for _, one in batches], weights=[n for n, _ in batches])
        after = _cross_entropy(train[0] @ W.T + b, train[1])[0].mean()
        logits = test[0] @ W.T + b
        losses, _ = _cross_entropy(logits, test[1])
        rows.append((while_training, after, losses.mean(), float((logits.argmax(axis=1) == test[1]).mean())))
    return np.array(rows), W, b


def _clear(test, values, train, epochs, lr, factor):
    """Whether no test example's two largest logits ever come close, so that rounding decides nothing."""
    W, b = values["W"], values["b"]
    for _ in range(epochs):
        W, b, _ = _train(W, b, *train, lr, factor=factor)
        ordered = np.sort(test[0] @ W.T + b, axis=1)
        if (ordered[:, -1] - ordered[:, -2]).min() < 5e-3:
            return False
    return True


def _fit(student, rng, epochs, training, device=None):
    """Run the student's fit: what came, and what should have."""
    lr, factor = float(rng.uniform(0.1, 0.3)), float(rng.uniform(1.2, 1.6))
    while True:
        values, train, test = _linear(rng), _data(rng, 11), _data(rng, 13)
        if _clear(test, values, train, epochs, lr, factor):
            break
    came = plain_dict(
        student.call(
            whole_training, values, list(train), list(test), BATCH, epochs, lr, factor, training, device
        ),
        "fit",
    )
    return came, _course_of(values, train, test, epochs, lr, factor)


def _history(came, epochs):
    """The student's history, one row for each epoch in the order of KEYS."""
    items(came["kind"], "fit(…)", length=epochs, kinds=("list",))
    rows = []
    for index, entry in enumerate(plain_list(came["history"], "fit(…)", length=epochs)):
        require(entry is not None, "fit(…)[{index}] is no dict.", index=index)
        entry = plain_dict(entry, "fit(…)")
        for key in KEYS:
            require(
                key in entry,
                "fit(…)[{index}] lacks {key!r}; it has {keys}.", index=index, key=key, keys=sorted(entry)[:9],
            )
        rows.append([number(entry[key], f"fit(…)[{index}][{key!r}]") for key in KEYS])
    return np.array(rows)


def _assert_fit(student, came, course, epochs):
    rows, W, b = course
    history = _history(came, epochs)
    # The training loss is that of train_epoch, or one measured on the training data after the epoch.
    reading = min((rows[:, 0], rows[:, 1]), key=lambda column: np.abs(column - history[:, 0]).max())
    if epochs > 1:
        student.plot("train_loss", history[:, 0], reading, within=2e-3)
        student.plot("test_loss", history[:, 1], rows[:, 2], within=2e-3)
    for column, want, key in zip(history.T, (reading, rows[:, 2], rows[:, 3]), KEYS, strict=True):
        assert_close(column, want, f"{key} over the epochs of fit(…)", rtol=2e-3, atol=1e-4)
    assert_close(came["W"], W, "the weight after fit(…)", rtol=2e-3, atol=2e-4)
    assert_close(came["b"], b, "the bias after fit(…)", rtol=2e-3, atol=2e-4)
    return history


@check(
    points=1.5,
    function="fit",
    hint=(
        (
            "Each epoch trains on the one loader and then measures on the other, each in its mode. What is asked "
            "of the optimizer beside the learning rate, and what does each dict hold?"
        ),
        (
            "Plain SGD has lr and neither momentum nor weight decay; the loss is nn.CrossEntropyLoss. Validation "
            "uses test_loader and comes after the epoch's training."
        ),
        (
            "The dict is made inside of the loop: one that is made before and filled again stands in the list "
            "over and over. Train the model itself, no copy, with the lr you got."
        ),
        (
            "Make loss and optimizer once. In each epoch call your train_epoch and your evaluate, and append a "
            "new dict with the three keys of the task."
        ),
    ),
)
def test_fit_trains_and_keeps_a_history(student, rng):
    """fit trains with cross entropy and plain SGD and gives one dict of losses and accuracy for each epoch"""
    for epochs, training in ((3, True), (1, False)):
        came, course = _fit(student, rng, epochs, training)
        _assert_fit(student, came, course, epochs)


@check(
    points=1,
    function="fit",
    hint=(
        (
            "Under which tag and at which steps does the curve stand? And what happens to events that a writer "
            "still holds when nobody closes it?"
        ),
        (
            "add_scalar takes tag, value, step. The notes count batches for the step; here it is the epoch, "
            "counted from 1. The value is the loss on the test data."
        ),
        (
            "Open one SummaryWriter on log_dir before the loop and close it after: a with block around the loop "
            "does. range(1, 4) counts 1, 2, 3."
        ),
    ),
)
def test_fit_writes_the_test_loss(student, rng):
    """fit writes the scalar test_loss at steps 1…epochs and closes its writer"""
    epochs = 4
    came, (rows, _, _) = _fit(student, rng, epochs, True)
    events = [plain_list(event, "an event", length=2) for event in plain_list(came["events"], "the events")]
    tags = [plain(tag, "a tag", str) for tag in plain_list(came["tags"], "the tags")]
    require(
        events,
        "When fit(…) returns there is no scalar 'test_loss' in log_dir (tags there: {tags}). Was the writer closed?",
        tags=tags,
    )
    left = [plain(thread, "a thread", str) for thread in plain_list(came["left"], "the threads")]
    require(
        not any("Writer" in thread for thread in left),
        "When fit(…) returns its SummaryWriter is still open: events may be lost.",
    )
    steps = [plain(step, "a step", int) for step, _ in events]
    require(
        steps == list(range(1, epochs + 1)),
        "test_loss stands at the steps {steps}; with {epochs} epochs it is asked at {wanted}.",
        steps=steps[:20], epochs=epochs, wanted=list(range(1, epochs + 1)),
    )
    written = np.array([plain(value, "a value", float) for _, value in events])
    assert_close(written, rows[:, 2], "the scalar test_loss", rtol=2e-3, atol=1e-4)


@probe
def on_gpu(submission, values, X, y, batch_size, lr):
    """train_epoch and evaluate on the GPU, with a model that is there already."""
    import torch

    from grader.worker.describe import describe

    model, _ = network(values, 1.0, True)
    model.to("cuda")
    optimizer = torch.optim.SGD(list(model.parameters()), lr=lr)
    loader, loss_fn = loader_of(X, y, batch_size, False), torch.nn.CrossEntropyLoss()
    loss = submission.train_epoch(model, loader, loss_fn, optimizer, "cuda")
    measured = submission.evaluate(model, loader, loss_fn, torch.device("cuda"))
    return {
        "loss": describe(loss),
        "measured": describe(measured),
        "calls": model.calls,
        "W": model.linear.weight.detach().cpu(),
    }


def _assert_on_gpu(came, name):
    for call in plain_list(came["calls"], "the model's calls"):
        _, device, _, _ = plain_list(call, "a call of the model", length=4)
        require(
            plain(device, "a device", str) == "cuda", "With device=\"cuda\", {name} fed the model a batch on {device}.",
            name=name, device=device,
        )


@check(
    points=1,
    function="fit",
    cuda=True,
    hint=(
        "The model is moved once, each batch as it comes. What does tensor.to(device) give back?",
        (
            "A module moves in place, a tensor does not: its .to gives a new one, which has to be kept. Labels "
            "move as well as inputs, in both passes."
        ),
        (
            "Move the model in fit before the optimizer is made, hand device on to both of your functions, and "
            "there rebind both names of the batch: t = t.to(place)."
        ),
    ),
)
def test_fit_trains_on_the_gpu(student, rng):
    """With device="cuda" fit moves the model and every batch, and train_epoch and evaluate every batch"""
    came, course = _fit(student, rng, 2, True, "cuda")
    _assert_on_gpu(came, "fit")
    devices = [plain(device, "a device", str) for device in plain_list(came["devices"], "the devices")]
    require(
        devices and set(devices) == {"cuda"}, "After fit(…, device=\"cuda\") parameters of the model are on {devices}.",
        devices=sorted(set(devices)),
    )
    _assert_fit(student, came, course, 2)
    values, (X, y), lr = _linear(rng), _data(rng, 10), float(rng.uniform(0.1, 0.3))
    came = plain_dict(student.call(on_gpu, values, X, y, BATCH, lr), "train_epoch")
    _assert_on_gpu(came, "train_epoch or evaluate")
    W, b, batches = _train(values["W"], values["b"], X, y, lr)
    assert_close(came["W"], W, "the weight after train_epoch(…) on the GPU", rtol=2e-3, atol=2e-4)
    want = np.average([one for _, one in batches], weights=[n for n, _ in batches])
    assert_close(number(came["loss"], "train_epoch(…)"), want, "train_epoch(…) on the GPU", rtol=2e-3)
    measured = items(came["measured"], "evaluate(…)", length=2)
    after = _cross_entropy(X @ W.T + b, y)[0].mean()
    assert_close(number(measured[0], "the loss of evaluate(…)"), after, "the loss of evaluate(…) on the GPU", rtol=2e-3)
