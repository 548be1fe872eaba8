"""Checks of ex10: a module without values, one with four, and how many values a module learns."""

import numpy as np

from grader.check import check
from grader.compare import assert_close, assert_equal
from grader.expect import kind_of, number, plain, plain_dict, plain_list, require, tensor
from grader.probe import probe

DERIVE = "Does the class derive from nn.Module, and does it call super().__init__() first?"


@probe
def add_one(submission, values):
    import torch

    from grader.worker.describe import describe

    module = submission.myNN()
    given = [torch.tensor(value, dtype=torch.float32) for value in values]
    outputs = [describe(module(x)) for x in given]
    return {"outputs": outputs, "given": given}


@check(
    points=2,
    function="myNN",
    hint=(
        (
            "What does forward give back, and is it a new tensor or the caller's own? If there is an __init__, "
            "what must it call first?"
        ),
        (
            "Without `return` a function gives None. `+=` and add_ change the caller's tensor, `+` makes a new "
            "one. super().__init__() comes first in an __init__."
        ),
        (
            "Return the sum of the tensor and a plain number: a function that doubles would return 2 * t. A "
            "number takes any shape; a tensor of shape (1,) does not."
        ),
    ),
)
def test_mynn_adds_one(student, rng):
    """myNN gives x + 1 for an x of any shape, and leaves x as it is"""
    values = [rng.normal(size=shape) * 5 for shape in ((2, 3), (4,), (), (2, 1, 3, 2))]
    came = plain_dict(student.call(add_one, values), "myNN")
    outputs = plain_list(came["outputs"], "myNN()(x)", length=len(values))
    given = plain_list(came["given"], "x", length=len(values))
    for value, output, x in zip(values, outputs, given, strict=True):
        name = f"myNN()(x) for x of shape {value.shape}"
        require(
            kind_of(output) != "None", "{name} is None: forward does not return what it works out.", name=name
        )
        assert_close(tensor(output, name, shape=value.shape), value + 1, name)
        assert_close(x, value, f"x after {name}")


@probe
def use_as_module(submission, value):
    import torch

    from grader.worker.describe import describe

    first, second = submission.myNN(), submission.myNN()
    seen = {"first": describe(first)["type"], "is_module": isinstance(first, torch.nn.Module)}
    if not seen["is_module"]:
        return seen
    x = torch.tensor(value, dtype=torch.float32, requires_grad=True)
    hooked = []
    handle = first.register_forward_hook(lambda module, inputs, output: hooked.append(describe(output)))
    twice = torch.nn.Sequential(first, torch.nn.Flatten(0), second)(x)
    handle.remove()
    described = describe(twice)
    if described.get("requires_grad"):
        (twice**2).sum().backward()
    return seen | {"twice": described, "hooked": hooked, "forward": describe(first.forward(x)), "grad": x.grad}


@check(
    points=1,
    function="myNN",
    hint=(
        (
            "nn.Module calls your forward for you, after what is hooked onto the module. Which function must you "
            "write yourself, and which must you leave alone?"
        ),
        (
            "nn.Module already has a __call__, which runs hooks around your forward. Derive from nn.Module and "
            "write forward only. .numpy(), .detach() or .data cut the gradient."
        ),
        (
            "The class's head names nn.Module in brackets; rename __call__ to forward if you wrote it; let "
            "forward work on the very x that it gets, with tensor operations."
        ),
    ),
)
def test_mynn_works_inside_other_modules(student, rng):
    """myNN is an nn.Module: it works inside nn.Sequential, with hooks, and lets gradients through"""
    value = rng.normal(size=(2, 3))
    came = plain_dict(student.call(use_as_module, value), "myNN")
    require(
        came["is_module"] is True,
        "myNN() is {kind}, which is no nn.Module. {derive}",
        kind=plain(came["first"], "myNN()", str), derive=DERIVE,
    )
    twice = tensor(came["twice"], "nn.Sequential(myNN(), nn.Flatten(0), myNN())(x)", shape=(6,))
    assert_close(twice, value.ravel() + 2, "nn.Sequential(myNN(), nn.Flatten(0), myNN())(x)")
    forward = tensor(came["forward"], "myNN().forward(x)", shape=(2, 3))
    assert_close(forward, value + 1, "myNN().forward(x)")
    hooked = plain_list(came["hooked"], "the hook")
    require(
        len(hooked) == 1,
        "A forward hook on myNN() ran {count} times in one call, not once: __call__ is rewritten, where only forward "
        "should be.",
        count=len(hooked),
    )
    assert_close(tensor(hooked[0], "what a forward hook sees"), value + 1, "what a forward hook sees")
    require(came["grad"] is not None, "No gradient reaches x through myNN()(x): the result is cut off from x.")
    assert_close(came["grad"], 2 * (value + 2), "the gradient by x through myNN", atol=1e-4)


@probe
def fill(model, arrays):
    """Give each parameter the array with as many values, turned round where the parameter is."""
    import torch

    parameters = []
    for name, parameter in model.named_parameters():
        shape = [int(size) for size in parameter.shape]
        parameters.append({"name": str(name), "shape": shape, "trainable": bool(parameter.requires_grad)})
        for array in arrays:
            if array.size == parameter.numel():
                turned = array.T if shape == list(array.shape[::-1]) else array
                values = torch.tensor(turned.copy(), dtype=torch.float32).reshape(parameter.shape)
                with torch.no_grad():
                    parameter.copy_(values)
    return parameters


@probe
def run_mlp(submission, sizes, arrays, X, weights):
    """Build two networks, fill each with other values, run the first, and go back through it if weights come."""
    import torch

    from grader.worker.describe import describe

    model, other = submission.MLP(*sizes), submission.MLP(*sizes)
    seen = {"kind": describe(model)["type"], "is_module": isinstance(model, torch.nn.Module)}
    if not seen["is_module"]:
        return seen
    x = torch.tensor(X, dtype=torch.float32)
    model(x.clone()), other(x.clone())  # layers that take their shape from the first batch have it now
    seen["parameters"] = fill(model, arrays)
    fill(other, [-array for array in arrays])
    y = model(x)
    described = describe(y)
    if weights is not None and described.get("requires_grad") and described["shape"] == list(weights.shape):
        (y * torch.tensor(weights, dtype=torch.float32)).sum().backward()
    grads = [parameter.grad for parameter in model.parameters()]
    return seen | {"y": described, "grads": grads, "x": x}


def _sizes(rng):
    """Three sizes for which W₁, b₁, W₂ and b₂ each have another number of values."""
    return int(rng.integers(3, 5)), int(rng.integers(7, 12)), int(rng.choice([2, 5]))


def _parts(rng, sizes):
    inputs, hidden, outputs = sizes
    shapes = ((hidden, inputs), (hidden,), (outputs, hidden), (outputs,))
    return [rng.uniform(0.4, 1.2, shape) * rng.choice([-1, 1], shape) for shape in shapes]


def _mlp(student, sizes, arrays, X, weights=None):
    """Run the student's network with these values in it; gives its described output and all that came."""
    name = f"MLP{sizes}"
    came = plain_dict(student.call(run_mlp, list(sizes), arrays, X, weights), name)
    require(
        came["is_module"] is True,
        "{name} is {kind}, which is no nn.Module. {derive}",
        name=name, kind=plain(came["kind"], name, str), derive=DERIVE,
    )
    parameters = [plain_dict(parameter, name) for parameter in plain_list(came["parameters"], name)]
    shapes = [
        tuple(plain(size, name, int) for size in plain_list(parameter["shape"], name)) for parameter in parameters
    ]
    require(
        shapes,
        "{name} has no parameters: its layers are not registered. Each must be an attribute of the module, or stand "
        "in an nn.Sequential or nn.ModuleList that is one.",
        name=name,
    )
    require(
        sorted(int(np.prod(shape)) for shape in shapes) == sorted(array.size for array in arrays),
        "{name} has parameters of shapes {shapes}; two linear layers with biases have {asked}.",
        name=name, shapes=", ".join(str(shape) for shape in shapes),
        asked=", ".join(str(array.shape) for array in arrays),
    )
    require(
        all(parameter["trainable"] is True for parameter in parameters),
        "A parameter of {name} does not require grad: training could not change it.", name=name,
    )
    return came


@check(
    points=1,
    function="MLP",
    hint=(
        (
            "Which two layers lead from in_features to hidden and on to out_features, and how does nn.Module "
            "learn of them?"
        ),
        (
            "nn.Linear(inputs, outputs): hidden is where one ends and the other begins. An attribute on self, or "
            "an nn.Sequential, is registered; a plain list is not."
        ),
        (
            "After super().__init__(), make both layers in __init__, with their biases, and keep them on self; "
            "forward only uses them. For sizes 5, 7, 2: (5, 7), then (7, 2)."
        ),
    ),
)
def test_mlp_has_two_linear_layers(student, rng):
    """MLP has two registered linear layers with biases, of the sizes asked for"""
    for n in (6, 1):
        sizes = _sizes(rng)
        W1, b1, W2, b2 = _parts(rng, sizes)
        X = rng.uniform(-1, 1, (n, sizes[0]))
        # The hidden values and the output are far above zero here, so that a ReLU changes nothing.
        b1, b2 = np.abs(b1) + 8, np.abs(b2) + 400
        came = _mlp(student, sizes, [W1, b1, W2, b2], X)
        name = f"MLP{sizes}(x) where all hidden values are positive"
        y = tensor(came["y"], name, shape=(n, sizes[2]))
        assert_close(y, (X @ W1.T + b1) @ W2.T + b2, name, atol=1e-3)
        assert_close(came["x"], X, f"x after MLP{sizes}(x)")


@check(
    points=2,
    function="MLP",
    hint=(
        "What stands between the two linear layers, and does anything stand before the first or after the second?",
        (
            "Two linear maps in a row are one linear map; the ReLU between bends it. What comes after the second "
            "layer is raw: no ReLU, softmax or dropout."
        ),
        (
            "In forward: first layer, then torch.relu of what it gives (nn.ReLU is a layer that does the same), "
            "then second layer. Use the ReLU's result, do not throw it away."
        ),
    ),
)
def test_mlp_has_a_relu_between(student, rng):
    """MLP puts a ReLU between the two layers, and nothing after the second"""
    sizes = _sizes(rng)
    W1, b1, W2, b2 = arrays = _parts(rng, sizes)
    X = rng.normal(size=(16, sizes[0])) * 2
    before = X @ W1.T + b1
    # Each output is negative for some of the examples, so that a ReLU after the second layer is seen.
    b2 -= np.median(np.maximum(before, 0) @ W2.T + b2, axis=0)
    want = np.maximum(before, 0) @ W2.T + b2
    came = _mlp(student, sizes, arrays, X)
    name = f"MLP{sizes}(x)"
    y = tensor(came["y"], name, shape=(16, sizes[2]))
    right = np.allclose(y, want, rtol=1e-5, atol=1e-4)
    require(
        right or not np.allclose(y, before @ W2.T + b2, atol=1e-3),
        "{name} is one linear map of x: there is no ReLU between the two layers.", name=name,
    )
    require(
        right or not np.allclose(y, np.maximum(want, 0), atol=1e-3),
        "{name} is never negative: a ReLU stands after the second layer, whose output should be raw.", name=name,
    )
    assert_close(y, want, name, atol=1e-4)


@check(
    points=1,
    function="MLP",
    held_back=True,
    hint=(
        "Does backward reach all four parameters, with layers that are made once and belong to this one network?",
        (
            "A layer made in forward is new at each call and learns nothing; layers kept outside of the object "
            "are shared; .detach() and .data cut the way back."
        ),
        (
            "Make the layers once for each object, in __init__, and let forward pass the tensor from one to the "
            "next without a detour."
        ),
    ),
)
def test_mlp_lets_gradients_through(student, rng):
    """Gradients reach all four parameters of an MLP, and each MLP has its own"""
    sizes = _sizes(rng)
    W1, b1, W2, b2 = arrays = _parts(rng, sizes)
    X, weights = rng.normal(size=(5, sizes[0])) * 2, rng.normal(size=(5, sizes[2]))
    came = _mlp(student, sizes, arrays, X, weights)
    before = X @ W1.T + b1
    hidden = np.maximum(before, 0)
    y = tensor(came["y"], f"MLP{sizes}(x)", shape=(5, sizes[2]))
    assert_close(y, hidden @ W2.T + b2, f"MLP{sizes}(x)", atol=1e-4)
    through = (weights @ W2) * (before > 0)
    wanted = (through.T @ X, through.sum(axis=0), weights.T @ hidden, weights.sum(axis=0))
    grads = plain_list(came["grads"], "grads", length=4)
    whats = ("first layer's weight", "first layer's bias", "second layer's weight", "second layer's bias")
    for want, what in zip(wanted, whats, strict=True):
        got = [grad for grad in grads if isinstance(grad, np.ndarray) and grad.size == want.size]
        require(got, "No gradient reaches the {what} of MLP{sizes}.", what=what, sizes=sizes)
        turned = got[0].T if got[0].shape == want.shape[::-1] else got[0]
        assert_close(turned.reshape(want.shape), want, f"the gradient by the {what} of MLP{sizes}", atol=1e-3)


@probe
def count_plain(submission, sizes):
    import torch
    from torch import nn

    from grader.worker.describe import describe

    a, b, c, d = sizes

    class Scaled(nn.Module):
        def __init__(self):
            super().__init__()
            self.scale = nn.Parameter(torch.tensor(2.0))
            self.inner = nn.Sequential(nn.Linear(a, b), nn.ReLU(), nn.Sequential(nn.Linear(b, c, bias=False)))

    modules = (nn.Linear(a, b), nn.Sequential(nn.Conv2d(a, b, (c, d)), nn.Flatten()), Scaled(), nn.ReLU())
    return [describe(submission.count_parameters(module)) for module in modules]


@check(
    points=1,
    function="count_parameters",
    hint=(
        "A parameter of shape (3, 4) holds twelve values. Which method of a tensor tells how many it has?",
        (
            "module.parameters() goes through nested modules too. Counting its items counts tensors; numel() of "
            "each tells how many values it has, also for shape ()."
        ),
        (
            "Add up numel over all parameters: shapes (2, 5) and (5,) make 10 + 5. The sum of ints is an int; a "
            "tensor or a float comes from another way of counting."
        ),
    ),
)
def test_count_is_of_values(student, rng):
    """count_parameters counts the values of all parameters, nested ones too, as an int"""
    a, b, c, d = sizes = [int(size) for size in rng.integers(2, 9, 4)]
    names = (
        f"nn.Linear({a}, {b})",
        f"nn.Sequential(nn.Conv2d({a}, {b}, ({c}, {d})), nn.Flatten())",
        f"a module with a parameter of shape () and nested layers nn.Linear({a}, {b}), nn.Linear({b}, {c}, bias=False)",
        "nn.ReLU()",
    )
    wanted = (a * b + b, a * b * c * d + b, 1 + a * b + b + b * c, 0)
    came = plain_list(student.call(count_plain, sizes), "count_parameters", length=len(names))
    for name, want, seen in zip(names, wanted, came, strict=True):
        assert_equal(number(seen, f"count_parameters({name})", "int"), want, f"count_parameters({name})")


@probe
def count_frozen(submission, sizes):
    from torch import nn

    from grader.worker.describe import describe

    a, b, c = sizes
    part = nn.Sequential(nn.Linear(a, b), nn.BatchNorm1d(b), nn.Linear(b, c))
    for parameter in part[0].parameters():
        parameter.requires_grad_(False)
    frozen = nn.Linear(a, c).requires_grad_(False)
    counts = [describe(submission.count_parameters(module)) for module in (part, frozen, nn.BatchNorm1d(b))]
    return {"counts": counts, "still": [bool(parameter.requires_grad) for parameter in part.parameters()]}


@check(
    points=1,
    function="count_parameters",
    hint=(
        (
            "How does a parameter say that it is frozen? And which of a module's lists holds buffers, which holds"
            " parameters?"
        ),
        (
            "Each parameter has requires_grad. parameters() holds no buffers, buffers() and state_dict() do, and "
            "the tensors of state_dict() never require grad."
        ),
        (
            "Go through the parameters and take only those that require grad, by an `if` in the loop. Read the "
            "flag, do not set it."
        ),
    ),
)
def test_count_leaves_out_what_is_not_trained(student, rng):
    """count_parameters leaves out frozen parameters and buffers"""
    a, b, c = sizes = [int(size) for size in rng.integers(2, 9, 3)]
    came = plain_dict(student.call(count_frozen, sizes), "count_parameters")
    part, frozen, norm = plain_list(came["counts"], "count_parameters", length=3)
    name = f"count_parameters of a frozen nn.Linear({a}, {c})"
    assert_equal(number(frozen, name, "int"), 0, name)
    name = f"count_parameters(nn.BatchNorm1d({b})), which learns a weight and a bias"
    assert_equal(number(norm, name, "int"), 2 * b, name)
    name = f"count_parameters of a frozen nn.Linear({a}, {b}), nn.BatchNorm1d({b}) and nn.Linear({b}, {c})"
    assert_equal(number(part, name, "int"), 2 * b + b * c + c, name)
    require(
        plain_list(came["still"], "requires_grad") == [False, False, True, True, True, True],
        "count_parameters changes requires_grad of the module's parameters; it should only count.",
    )


@probe
def count_shared(submission, sizes):
    from torch import nn

    from grader.worker.describe import describe

    a, b = sizes
    layer = nn.Linear(a, a)
    twice = nn.Sequential(layer, nn.ReLU(), nn.Sequential(layer), nn.Linear(a, b))
    tied = nn.ModuleDict({"words": nn.Embedding(b, a), "scores": nn.Linear(a, b)})
    tied["scores"].weight = tied["words"].weight
    return [describe(submission.count_parameters(module)) for module in (twice, tied)]


@check(
    points=1,
    function="count_parameters",
    held_back=True,
    hint=(
        (
            "One layer can stand at two places of a module, and two layers can hold one and the same parameter. "
            "How often is it learned?"
        ),
        (
            "parameters() of the whole module already gives each parameter once. Going down into the children "
            "yourself, or remove_duplicate=False, meets a shared one again."
        ),
        (
            "Ask the top module once and let it find the rest. If you keep a record yourself, tell parameters "
            "apart by identity, not by their shape or layer."
        ),
    ),
)
def test_count_takes_a_shared_parameter_once(student, rng):
    """count_parameters counts a parameter that is shared once"""
    a, b = sizes = [int(size) for size in rng.integers(2, 9, 2)]
    twice, tied = plain_list(student.call(count_shared, sizes), "count_parameters", length=2)
    name = f"count_parameters of a network that uses one nn.Linear({a}, {a}) twice, then nn.Linear({a}, {b})"
    assert_equal(number(twice, name, "int"), a * a + a + a * b + b, name)
    name = f"count_parameters of nn.Embedding({b}, {a}) and nn.Linear({a}, {b}) that share their weight"
    assert_equal(number(tied, name, "int"), a * b + b, name)
