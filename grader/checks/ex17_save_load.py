"""Checks of ex17: whole models, weights and checkpoints go to a file and come back.

Every file is moved before it is loaded, and every model is changed after it was saved: what comes back
can only come from the file.
"""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import kind_of, number, plain, plain_array, plain_dict, plain_list, require
from grader.probe import probe

LIBRARIES = ("torch", "torch._dynamo")  # the first step of an optimizer imports torch._dynamo


@probe
def network(values):
    """A model with parameters and buffers, filled with `values`."""
    import torch

    d, hidden, out = values["0.weight"].shape[1], values["0.weight"].shape[0], values["3.weight"].shape[0]
    model = torch.nn.Sequential(
        torch.nn.Linear(d, hidden), torch.nn.BatchNorm1d(hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, out)
    )
    with torch.no_grad():
        for name, value in model.state_dict().items():
            value.copy_(torch.as_tensor(values[name]))
    return model


@probe
def spoil(model):
    """Change everything in the model, so that only a file still knows what it was."""
    import torch

    with torch.no_grad():
        for value in model.state_dict().values():
            value.fill_(7)


@probe
def snapshot(model):
    """A copy of all parameters and buffers of a model."""
    return {name: value.detach().clone() for name, value in model.state_dict().items()}


@probe
def new_path(name):
    import os

    import torch

    return os.path.join(os.getcwd(), f"{name}_{torch.randint(10**9, ()).item()}.pth")


@probe
def moved(path):
    """Give the file another name, and the new name; None where there is no file."""
    import os

    if not os.path.isfile(path):
        return None
    other = path.replace(".pth", "_moved.pth")
    os.rename(path, other)
    return other


def _values(rng, d=3, hidden=4, out=2):
    return {
        "0.weight": rng.normal(size=(hidden, d)),
        "0.bias": rng.normal(size=hidden),
        "1.weight": rng.uniform(0.5, 1.5, hidden),
        "1.bias": rng.normal(size=hidden),
        "1.running_mean": rng.normal(size=hidden),
        "1.running_var": rng.uniform(1, 3, hidden),
        "1.num_batches_tracked": np.array(int(rng.integers(10, 1000))),  # never the 7 of `spoil`
        "3.weight": rng.normal(size=(out, hidden)),
        "3.bias": rng.normal(size=out),
    }


def _forward(values, X):
    """What the network gives in evaluation mode."""
    h = X @ values["0.weight"].T + values["0.bias"]
    h = (h - values["1.running_mean"]) / np.sqrt(values["1.running_var"] + 1e-5) * values["1.weight"] + values["1.bias"]
    return np.maximum(h, 0) @ values["3.weight"].T + values["3.bias"]


def _assert_state(state, values, name):
    """Every parameter and buffer is there with its value."""
    state = plain_dict(state, name)
    for key, value in values.items():
        require(key in state, "{name} lacks {key!r}; it has {keys}.", name=name, key=key, keys=sorted(state)[:12])
        got = plain_array(state[key], f"{key} in {name}", shape=value.shape)
        require(
            not np.array_equal(got, np.full(got.shape, 7)),
            "{key} in {name} is what the model got after it was saved.", key=key, name=name,
        )
        assert_close(got, value, f"{key} in {name}")


@probe
def whole_models(submission, first, second, X, frozen):
    """Save two models, spoil them, load them in the other order, train one of the loaded ones."""
    import torch

    from grader.worker.describe import describe

    X = torch.tensor(X, dtype=torch.float32)
    models, files, after = [network(first), network(second)], [], []
    for model in models:
        for name in frozen:
            model.get_parameter(name).requires_grad_(False)
        path = new_path("model")
        submission.save_model(model, path)
        after.append([model.training, snapshot(model)])
        files.append(moved(path))
        spoil(model)
    if None in files:
        return {"files": False, "after": after, "loaded": []}
    loaded = [submission.load_model(path) for path in reversed(files)][::-1]
    seen = []
    for model in loaded:
        entry = {"kind": describe(model), "is_module": isinstance(model, torch.nn.Module)}
        if entry["is_module"]:
            entry["state"] = snapshot(model)
            entry["needs"] = {name: param.requires_grad for name, param in model.named_parameters()}
            entry["out"] = model.eval()(X)
        seen.append(entry)
    return {"files": True, "after": after, "loaded": seen}


def _whole(student, rng, frozen=()):
    """Two models and what became of them: their values, inputs, and the probe's two entries for each."""
    values, X = [_values(rng), _values(rng)], rng.normal(size=(5, 3))
    came = plain_dict(student.call(whole_models, *values, X, list(frozen)), "save_model")
    require(came["files"] is True, "save_model(model, path) left no file at path.")
    after = [plain_list(entry, "the model", length=2) for entry in plain_list(came["after"], "the models", length=2)]
    loaded = [plain_dict(entry, "the model") for entry in plain_list(came["loaded"], "the models", length=2)]
    for entry in loaded:
        require(
            entry["is_module"] is True, "load_model(path) gives {got}, but the whole model is asked, an nn.Module.",
            got=kind_of(entry["kind"]),
        )
    return values, X, after, loaded


@check(
    points=1.5,
    function="save_model",
    hint=(
        "Which function of torch writes an object to a file? Which object is asked here, and does it stay as it is?",
        (
            "The whole model is the object itself, not its state_dict. No eval(), half() or new model of the same"
            " kind: what is written is what came."
        ),
        (
            "torch's function takes what to write first and where second: save(recipe, place). Use the path as it"
            " is, without an ending of your own."
        ),
    ),
)
def test_save_model_keeps_the_whole_model(student, rng):
    """save_model writes the whole model, all its parameters and buffers, and leaves it as it is"""
    values, _, after, loaded = _whole(student, rng)
    for index in (0, 1):
        training, state = after[index]
        require(training is True, "The model was in training mode, and after save_model(model, path) it is not.")
        _assert_state(state, values[index], "the model after save_model(model, path)")
        _assert_state(loaded[index]["state"], values[index], "the model that load_model gives")


@check(
    points=1,
    function="load_model",
    hint=(
        "What does torch.load refuse to read since torch 2.6, unless it is told otherwise?",
        (
            "By default torch.load reads plain data only, and a whole model is more than that. The task text "
            "names the argument that allows it, for files that you trust."
        ),
        (
            "Read the file with that argument switched off, and return what comes: no eval(), no change of "
            "requires_grad, no part of it only."
        ),
    ),
)
def test_load_model_gives_a_working_model(student, rng):
    """load_model gives the model that was saved: it computes the same, and trains what trained before"""
    values, X, _, loaded = _whole(student, rng, frozen=("0.weight", "3.bias"))
    for index in (0, 1):
        name = "the loaded model's output"
        assert_close(plain_array(loaded[index]["out"], name), _forward(values[index], X), name, rtol=1e-3, atol=1e-4)
        needs = plain_dict(loaded[index]["needs"], "requires_grad")
        for key in values[index]:
            if "running" not in key and "tracked" not in key:
                wanted = key not in ("0.weight", "3.bias")
                require(
                    needs[key] is wanted,
                    "{key}.requires_grad was {before} when the model was saved, and is not after load_model(path).",
                    key=key, before=wanted,
                )


@probe
def weights_file(submission, values):
    import torch

    from grader.worker.describe import describe

    model, path = network(values), new_path("weights")
    submission.save_weights(model, path)
    seen = {"training": model.training, "model": snapshot(model)}
    other = moved(path)
    spoil(model)
    if other is None:
        return {"file": False, **seen}
    try:
        content = torch.load(other, weights_only=True)
    except Exception as error:
        return {"file": True, "refused": type(error).__name__, **seen}
    mapping = isinstance(content, dict)
    tensors = mapping and all(isinstance(value, torch.Tensor) for value in content.values())
    return {
        "file": True, "refused": None, "kind": describe(content), "mapping": mapping, "tensors": tensors,
        "keys": [str(key) for key in content][:12] if mapping else [],
        "content": {str(key): value.detach() for key, value in content.items()} if tensors else {}, **seen,
    }  # fmt: skip


@check(
    points=1.5,
    function="save_weights",
    hint=(
        "Which method gives all parameters and buffers under their names? Is there anything around it in the file?",
        (
            "state_dict() has parameters and buffers, parameters() has no buffers. It is a method, so it needs "
            "its brackets. A dict of your own around it is one layer too many."
        ),
        (
            "Ask the model for its mapping and give that, unchanged, to torch's function, then the path. No "
            "renaming, no NumPy, no pickle of your own."
        ),
    ),
)
def test_save_weights_writes_the_state_dict(student, rng):
    """save_weights writes the state dict and nothing else: torch.load gives the mapping itself"""
    values = _values(rng)
    came = plain_dict(student.call(weights_file, values), "save_weights")
    require(came["file"] is True, "save_weights(model, path) left no file at path.")
    if came["refused"] is not None:
        require(
            False,
            "torch.load(path) refuses the file of save_weights(model, path) ({error}): it holds something else than a "
            "mapping from names to tensors, or was not written by torch.save.",
            error=plain(came["refused"], "the error", str)[:80],
        )
    require(
        came["mapping"] is True, "torch.load(path) gives {got}, but the mapping of the state dict is asked.",
        got=kind_of(came["kind"]),
    )
    require(
        came["tensors"] is True, "The mapping in the file holds other things than tensors; its keys are {keys}.",
        keys=[plain(key, "a key", str) for key in plain_list(came["keys"], "the keys")],
    )
    _assert_state(came["content"], values, "the file of save_weights(model, path)")
    extra = sorted(set(plain_dict(came["content"], "the file")) - set(values))
    require(not extra, "The file of save_weights(model, path) holds more than is asked: {extra}.", extra=extra[:9])
    require(came["training"] is True, "The model was in training mode, and after save_weights(model, path) it is not.")
    _assert_state(came["model"], values, "the model after save_weights(model, path)")


@probe
def filled(submission, values, other, arguments, tag):
    """Fill a model with `other` values from a file; with a tag the file says that it is from that device.

    There is no GPU while load_weights runs, whatever the machine has.
    """
    import torch

    from grader.worker.describe import describe

    source, path = network(values), new_path("weights")
    location_tag, is_available = torch.serialization.location_tag, torch.cuda.is_available
    if tag:
        torch.serialization.location_tag = lambda storage: tag
    try:
        torch.save(source.state_dict(), path)
    finally:
        torch.serialization.location_tag = location_tag
    spoil(source)
    model = network(other)
    torch.cuda.is_available = lambda: False
    try:
        result = submission.load_weights(model, path, *arguments)
    finally:
        torch.cuda.is_available = is_available
    return {
        "same": result is model,
        "kind": describe(result),
        "state": snapshot(model),
        "needs": [param.requires_grad for param in model.parameters()],
        "devices": [value.device.type for value in model.state_dict().values()],
    }


def _fill(student, rng, arguments, tag=""):
    values = _values(rng)
    came = plain_dict(student.call(filled, values, _values(rng), list(arguments), tag), "load_weights")
    _assert_state(came["state"], values, "the model after load_weights(model, path)")
    return came


@check(
    points=1.5,
    function="load_weights",
    hint=(
        "torch.load gives a mapping. Which method of the model copies it in, and what does that method give back?",
        (
            "load_state_dict wants the mapping, not the path, and gives back a report on names. With strict=False"
            " it would not complain where nothing fits."
        ),
        (
            "Two steps and a return: read the file, copy the mapping into the model that was handed in, give back"
            " that model. No copy of it, and requires_grad stays."
        ),
    ),
)
def test_load_weights_fills_the_model(student, rng):
    """load_weights fills the given model, parameters and buffers, and returns that very model"""
    for arguments in ((), ("cpu",)):
        came = _fill(student, rng, arguments)
        require(
            came["same"] is True, "load_weights(model, path) gives {got}, not the given model itself.",
            got=kind_of(came["kind"]),
        )
        needs = plain_list(came["needs"], "requires_grad")
        require(
            needs and all(flag is True for flag in needs),
            "After load_weights(model, path) parameters of the model no longer require grad.",
        )


@check(
    points=1,
    function="load_weights",
    hint=(
        "The file says on which device each tensor was. How is torch.load told to put it elsewhere?",
        (
            "torch.load has map_location for this: where the tensors of the file are to go. Moving the model "
            "afterwards comes too late, for reading fails first."
        ),
        "Hand your argument device on to it, whatever it is; do not name a single GPU there.",
    ),
)
def test_load_weights_needs_no_gpu(student, rng):
    """load_weights loads a file that was written on a GPU where there is none"""
    for arguments, tag in (((), "cuda:0"), (("cpu",), "cuda:1")):
        came = _fill(student, rng, arguments, tag)
        devices = [plain(device, "a device", str) for device in plain_list(came["devices"], "the devices")]
        require(
            set(devices) == {"cpu"}, "After load_weights(model, path) the model's tensors are on {devices}.",
            devices=sorted(set(devices)),
        )


@probe
def from_gpu(submission, values, other):
    """Save the weights of a model on the GPU; fill a model on the CPU and one on the GPU with them."""
    import torch

    source, path = network(values).to("cuda"), new_path("weights")
    submission.save_weights(source, path)
    spoil(source)
    on_cpu, on_gpu = network(other), network(other).to("cuda")
    submission.load_weights(on_cpu, path)
    submission.load_weights(on_gpu, path, torch.device("cuda"))
    return [
        {"state": snapshot(model.to("cpu")), "devices": devices}
        for model, devices in (
            (model, [value.device.type for value in model.state_dict().values()]) for model in (on_cpu, on_gpu)
        )
    ]


@check(
    points=0.5,
    function="load_weights",
    cuda=True,
    hint=(
        "Where do the tensors of the file go, and where is the model?",
        (
            "map_location decides where the file's tensors are read to; load_state_dict then copies them to where"
            " the model is. The model itself does not move."
        ),
        (
            "Use device in reading and nowhere else, with the default of the task, and let load_state_dict do the"
            " copying."
        ),
    ),
)
def test_load_weights_of_a_gpu(student, rng):
    """Weights saved on the GPU load on the CPU by default, and on the GPU where it is asked"""
    values = _values(rng)
    came = plain_list(student.call(from_gpu, values, _values(rng)), "load_weights", length=2)
    for entry, device in zip(came, ("cpu", "cuda"), strict=True):
        entry = plain_dict(entry, "load_weights")
        name = f"the model on {device} after load_weights(model, path)"
        _assert_state(entry["state"], values, name)
        devices = [plain(one, "a device", str) for one in plain_list(entry["devices"], "the devices")]
        require(
            set(devices) == {device}, "{name} has its tensors on {devices}.", name=name, devices=sorted(set(devices))
        )


@probe
def checkpoints(submission, values, others, epochs):
    """Save two checkpoints, load both into models with other values."""
    import torch

    from grader.worker.describe import describe

    files = []
    for model_values, epoch in zip(values, epochs, strict=True):
        model, path = network(model_values), new_path("checkpoint")
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
        submission.save_checkpoint(path, model, optimizer, epoch)
        files.append(moved(path))
        spoil(model)
    if None in files:
        return {"files": False, "loaded": []}
    loaded = []
    for path, other in zip(files, others, strict=True):
        model = network(other)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
        epoch = submission.load_checkpoint(path, model, optimizer)
        loaded.append({"epoch": describe(epoch), "state": snapshot(model)})
    return {"files": True, "loaded": loaded}


@check(
    points=1,
    function="load_checkpoint",
    hint=(
        "What is copied into the model that was handed in, and which number comes back, as it was or one more?",
        (
            "`model = …` binds a local name only: the caller's model is filled by its own load_state_dict. "
            "save_checkpoint takes the path first."
        ),
        (
            "Save one dict with three entries under names of your choice; load it, fill model and optimizer from "
            "two of them, return the third as it was: 7 stays the int 7."
        ),
    ),
)
def test_load_checkpoint_gives_weights_and_epoch(student, rng):
    """load_checkpoint fills the given model and gives the epoch as it was saved"""
    values, others = [_values(rng) for _ in range(2)], [_values(rng) for _ in range(2)]
    epochs = [int(epoch) for epoch in rng.integers(2, 1000, size=2)]
    came = plain_dict(student.call(checkpoints, values, others, epochs), "save_checkpoint")
    require(came["files"] is True, "save_checkpoint(path, model, optimizer, epoch) left no file at path.")
    loaded = plain_list(came["loaded"], "the checkpoints", length=2)
    for index, entry in enumerate(plain_dict(entry, "a checkpoint") for entry in loaded):
        name = "load_checkpoint(path, model, optimizer)"
        epoch = number(entry["epoch"], name, "int")
        want = epochs[index]
        require(
            epoch == want, "{name} gives {got}; the epoch that was saved is {want}.", name=name, got=epoch, want=want
        )
        _assert_state(entry["state"], values[index], f"the model after {name}")


@probe
def resumed(submission, kind, W, b, W_other, b_other, batches, done, settings, wrong, factor):
    """Train, save, train on; then train on from the file with another model and other settings.

    Before it is saved the learning rate is multiplied by `factor`, as a schedule does.
    """
    import torch

    def made(weight, bias, settings):
        model = torch.nn.Linear(weight.shape[1], weight.shape[0])
        with torch.no_grad():
            model.weight.copy_(torch.as_tensor(weight))
            model.bias.copy_(torch.as_tensor(bias))
        return model, getattr(torch.optim, kind)(model.parameters(), **settings)

    def train(model, optimizer, batches):
        weights = []
        for X, y in batches:
            X, y = torch.tensor(X, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)
            optimizer.zero_grad()
            ((model(X) - y) ** 2).mean().backward()
            optimizer.step()
            weights.append(torch.cat([model.weight.detach().flatten(), model.bias.detach()]))
        return weights

    model, optimizer = made(W, b, settings)
    train(model, optimizer, batches[:done])
    for group in optimizer.param_groups:
        group["lr"] *= factor
    path = new_path("checkpoint")
    submission.save_checkpoint(path, model, optimizer, done)
    straight = train(model, optimizer, batches[done:])
    other = moved(path)
    if other is None:
        return {"file": False, "straight": straight, "again": []}
    model, optimizer = made(W_other, b_other, wrong)
    submission.load_checkpoint(other, model, optimizer)
    return {"file": True, "straight": straight, "again": train(model, optimizer, batches[done:])}


def _simulate(step, W, b, batches, done, lr, factor):
    """The weights and bias, in one row, after each batch from `done` on; `step` takes a gradient and the lr."""
    rows, params = [], np.concatenate([W.ravel(), b])
    for index, (X, y) in enumerate(batches):
        W, b = params[: W.size].reshape(W.shape), params[W.size :]
        error = 2 * (X @ W.T + b - y) / y.size
        grad = np.concatenate([(error.T @ X).ravel(), error.sum(axis=0)])
        params = params - step(grad, params, lr if index < done else lr * factor)
        if index >= done:
            rows.append(params)
    return np.array(rows)


def _momentum(momentum, decay):
    velocity = 0

    def step(grad, params, lr):
        nonlocal velocity
        velocity = momentum * velocity + grad + decay * params
        return lr * velocity

    return step


def _adam(betas):
    first = second = count = 0

    def step(grad, params, lr):
        nonlocal first, second, count
        count += 1
        first = betas[0] * first + (1 - betas[0]) * grad
        second = betas[1] * second + (1 - betas[1]) * grad**2
        return lr * (first / (1 - betas[0] ** count)) / (np.sqrt(second / (1 - betas[1] ** count)) + 1e-8)

    return step


def _without_memory(W, b, batches, done, settings):
    """The parameters after the first further step where the optimizer has forgotten its velocity."""
    lr, momentum = settings["lr"], settings["momentum"]
    before = _simulate(_momentum(momentum, 0), W, b, batches[:done], 0, lr, 1)[-1]
    W, b = before[: W.size].reshape(W.shape), before[W.size :]
    return _simulate(_momentum(momentum, 0), W, b, batches[done : done + 1], 0, lr, 1)[0]


def _resume(student, rng, kind, settings, wrong, factor=1.0):
    """Run the probe; gives the two courses of the parameters, the model before and the batches."""
    done = 3
    while True:
        W, b, W_other, b_other = (rng.normal(size=shape) for shape in ((2, 3), (2,), (2, 3), (2,)))
        batches = [[rng.normal(size=(6, 3)), rng.normal(size=(6, 2))] for _ in range(6)]
        first = _simulate(lambda grad, params, lr: grad, W, b, batches[:1], 0, 1, 1)[0]
        # Adam's first step goes by the gradient's sign: none is so small that rounding decides it.
        if np.abs(first - np.concatenate([W.ravel(), b])).min() > 1e-2:
            break
    came = plain_dict(
        student.call(resumed, kind, W, b, W_other, b_other, batches, done, settings, wrong, factor), "save_checkpoint"
    )
    require(came["file"] is True, "save_checkpoint(path, model, optimizer, epoch) left no file at path.")
    courses = []
    for name in ("straight", "again"):
        rows = plain_list(came[name], "the course", length=len(batches) - done)
        courses.append(np.array([plain_array(row, "the parameters", shape=(8,)) for row in rows], dtype=np.float64))
    return *courses, (W, b, batches, done)


@check(
    points=1.5,
    function="save_checkpoint",
    hint=(
        "What does the optimizer remember from one step to the next, and which of its methods gives that away?",
        (
            "Velocities and averages live in the optimizer, under its state_dict(). References kept in memory go "
            "on changing, only the file is a copy."
        ),
        (
            "Put the optimizer's mapping, whole, beside the model's into the dict before it is written, and do "
            "not forget to write it."
        ),
    ),
)
def test_save_checkpoint_keeps_the_momentum(student, rng):
    """Training goes on from a checkpoint as if it had never stopped: the optimizer's momentum is saved too"""
    settings = {"lr": float(rng.uniform(0.1, 0.2)), "momentum": float(rng.uniform(0.6, 0.9))}
    straight, again, (W, b, batches, done) = _resume(student, rng, "SGD", settings, settings)
    want = _simulate(_momentum(settings["momentum"], 0), W, b, batches, done, settings["lr"], 1)
    assert_close(straight, want, "the parameters after save_checkpoint(…), in each further step,", rtol=1e-3, atol=1e-4)
    forgotten = _without_memory(W, b, batches, done, settings)
    require(
        not np.allclose(again[0], forgotten, rtol=1e-3, atol=1e-4),
        "After load_checkpoint(…) the first step is one without momentum: what the optimizer remembered is lost.",
    )
    assert_close(again, want, "the parameters after load_checkpoint(…), in each further step,", rtol=1e-3, atol=1e-4)


@check(
    points=0.5,
    function="load_checkpoint",
    held_back=True,
    hint=(
        (
            "Which learning rate does training go on with: that of the optimizer that was handed in, or that of "
            "the file? And does the optimizer still move this model's parameters?"
        ),
        (
            "optimizer.load_state_dict brings back state and settings of any kind of optimizer. By hand, one "
            "forgets what another optimizer keeps."
        ),
        (
            "Call it on the optimizer that was handed in, with the whole mapping. Fill the model in place: new "
            "parameters would be unknown to the optimizer."
        ),
    ),
)
def test_load_checkpoint_restores_the_settings(student, rng):
    """load_checkpoint restores the optimizer's settings and the state of any optimizer"""
    lr, momentum, decay = (float(rng.uniform(*ends)) for ends in ((0.1, 0.2), (0.6, 0.9), (0.05, 0.1)))
    sgd = {"lr": lr, "momentum": momentum, "weight_decay": decay}
    straight, again, (W, b, batches, done) = _resume(student, rng, "SGD", sgd, {"lr": 3 * lr}, factor=0.3)
    want = _simulate(_momentum(momentum, decay), W, b, batches, done, lr, 0.3)
    assert_close(straight, want, "the parameters after save_checkpoint(…)", rtol=1e-3, atol=1e-4)
    assert_close(again, want, "the parameters after load_checkpoint(…) with SGD", rtol=1e-3, atol=1e-4)
    adam = {"lr": lr, "betas": [float(rng.uniform(0.5, 0.8)), float(rng.uniform(0.8, 0.9))]}
    straight, again, (W, b, batches, done) = _resume(student, rng, "Adam", adam, {"lr": 2 * lr}, factor=0.5)
    want = _simulate(_adam(adam["betas"]), W, b, batches, done, lr, 0.5)
    assert_close(straight, want, "the parameters after save_checkpoint(…)", rtol=2e-3, atol=1e-3)
    assert_close(again, want, "the parameters after load_checkpoint(…) with Adam", rtol=2e-3, atol=1e-3)
