"""Checks of ex14: where linear layers start, by function and by hand, and a model with its own parameters."""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import kind_of, plain, plain_array, plain_dict, plain_list, require, tensor
from grader.probe import probe


def _assert_normal(values, std, name):
    """The values look drawn from N(0, std²), one by one.

    With n values the mean is off by std/√n, the deviation by a share of 1/√(2n), and the share of values within one
    deviation (0.683) by 0.465/√n (one sigma each). Bounds are six of these: missed less than once in 10⁸ runs.
    """
    size = values.size
    mean, deviation = float(values.mean()), float(values.std())
    require(values.any(), "{name} is 0 everywhere: was the standard deviation 0?", name=name)
    require(
        std == 1 or abs(deviation - 1) > 0.05 or abs(mean - std) > 6 / np.sqrt(size),
        "{name} has standard deviation 1 and mean {std:.4g}: where does the first number after the tensor go?",
        name=name, std=std,
    )
    require(
        std == 1 or abs(deviation - std) < 6 * std / np.sqrt(2 * size) or abs(deviation / np.sqrt(std) - 1) > 0.1,
        "{name} has standard deviation {deviation:.4g}, the square root of {std:.4g}: it was taken for the variance.",
        name=name, deviation=deviation, std=std,
    )
    require(
        abs(deviation - std) < 6 * std / np.sqrt(2 * size),
        "{name} is not from N(0, {std:.4g}²): its {size} values have standard deviation {deviation:.4g}.",
        name=name, std=std, size=size, deviation=deviation,
    )
    require(
        abs(mean) < 6 * std / np.sqrt(size),
        "{name} is not from N(0, {std:.4g}²): the mean of its {size} values is {mean:.4g}, too far from 0.",
        name=name, std=std, size=size, mean=mean,
    )
    require(
        np.unique(values).size > 0.9 * size,
        "{name} repeats itself: {distinct} different values among {size}. Each weight is to be drawn on its own.",
        name=name, distinct=int(np.unique(values).size), size=size,
    )
    share = float((np.abs(values) < std).mean())
    require(
        abs(share - 0.6827) < 6 * 0.4655 / np.sqrt(size),
        "{name} is not normally distributed: {percent:.1f} % of its values lie within one standard deviation of 0, "
        "68.3 % are expected.",
        name=name, percent=100 * share,
    )


def _assert_changed(values, start, name):
    """The values are no longer those before; whether they are the right ones is another check's business."""
    require(not np.allclose(values, start, atol=1e-6), "{name} is what it was before.", name=name)


def _trainable(seen, name, shape):
    values = tensor(seen, name, shape=shape)
    require(
        seen["requires_grad"] is True and seen["is_leaf"] is True,
        "{name} is no leaf that requires grad any more: an optimizer could not move it.", name=name,
    )
    return values


def _assert_zero_bias(seen, name, shape):
    require(not _trainable(seen, name, shape).any(), "{name} is not 0.", name=name)


@probe
def linear_layers(submission, a, b, c, bias, start):
    import torch

    from grader.worker.describe import describe

    # c → c stands twice: two layers of one shape must not get the same values.
    inner = torch.nn.Sequential(torch.nn.Linear(b, c, bias=bias), torch.nn.Tanh(), torch.nn.Linear(c, c, bias=bias))
    net = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(a, b), torch.nn.ReLU(), inner, torch.nn.Linear(c, c))
    with torch.no_grad():
        for param in net.parameters():
            param.fill_(start)
    net.apply(submission.init_weights)
    layers = (net[1], net[3][0], net[3][2], net[4])
    return [{"weight": describe(layer.weight), "bias": describe(layer.bias)} for layer in layers]


START = 0.5  # what every parameter of `linear_layers` is before
LAYERS = ("net[1]", "net[3][0]", "net[3][2]", "net[4]")


def _initialised(student, rng, bias):
    a, b, c = (int(size) for size in rng.integers(100, 140, size=3))
    came = plain_list(student.call(linear_layers, a, b, c, bias, START), "net", length=len(LAYERS))
    shapes = ((b, a), (c, b), (c, c), (c, c))
    return [(name, plain_dict(seen, name), shape) for name, seen, shape in zip(LAYERS, came, shapes, strict=True)]


@check(
    points=1,
    function="init_weights",
    hint=(
        (
            "Which distribution do the weights come from, and is the number that you pass its variance or its "
            "standard deviation?"
        ),
        (
            "nn.init.normal_ takes tensor, mean, std: a single number after the tensor is the mean. 0.01 is the "
            "deviation, the variance is 0.0001. No seed inside."
        ),
        (
            "Change the weight that is there, in place, and name the argument: nn.init.uniform_(t, a=-1) names "
            "one. A new tensor bound to a local name leaves the layer as it was."
        ),
    ),
)
def test_init_weights_draws_small_weights(student, rng):
    """init_weights gives each linear layer weights from N(0, 0.01²)"""
    drawn = []
    for name, seen, shape in _initialised(student, rng, bias=True):
        weight = _trainable(seen["weight"], f"{name}.weight after net.apply(init_weights)", shape)
        _assert_normal(weight, 0.01, f"{name}.weight after net.apply(init_weights)")
        drawn.append(weight)
    require(
        not np.allclose(drawn[2], drawn[3], atol=1e-6),
        "Two layers of one shape got the very same weights from init_weights: is the random seed set inside it?",
    )


@check(
    points=1,
    function="init_weights",
    hint=(
        "What does a linear layer have beside its weight? PyTorch draws it too, unless you say otherwise.",
        (
            "nn.Linear draws its bias as well. zeros_ or constant_ from nn.init, or fill_ on its data, set it. "
            "apply goes into nested modules by itself."
        ),
        (
            "In the same branch as the weight, set every value of the layer's bias to 0 in place; do not take the"
            " bias away and do not draw it. Treat m itself, not its children."
        ),
    ),
)
def test_init_weights_zeroes_biases(student, rng):
    """init_weights gives each linear layer a bias of 0, the nested ones too"""
    for name, seen, shape in _initialised(student, rng, bias=True):
        _assert_zero_bias(seen["bias"], f"{name}.bias after net.apply(init_weights)", shape[:1])
        name = f"{name}.weight after net.apply(init_weights)"
        _assert_changed(tensor(seen["weight"], name, shape=shape, dtype=None), START, name)


@check(
    points=1,
    function="init_weights",
    hint=(
        "What is the attribute `bias` of nn.Linear(3, 2, bias=False)?",
        (
            "There the attribute exists but is None, and nn.init cannot fill None. Its weight is to be drawn all "
            "the same."
        ),
        (
            "Ask `is not None` before you touch the bias, inside of the branch for linear layers and after the "
            "weight. Do not give the layer a bias that it was made without."
        ),
    ),
)
def test_init_weights_takes_a_layer_without_bias(student, rng):
    """init_weights works on a linear layer without bias"""
    for name, seen, shape in _initialised(student, rng, bias=False):
        weight = tensor(seen["weight"], f"{name}.weight after net.apply(init_weights)", shape=shape, dtype=None)
        _assert_changed(weight, START, f"{name}.weight after net.apply(init_weights)")
        if "[3]" in name:
            require(
                kind_of(seen["bias"]) == "None",
                "{name} was made with bias=False, but has a bias after net.apply(init_weights).", name=name,
            )


@probe
def mixed_layers(submission, values, start):
    import torch

    from grader.worker.describe import describe

    others = {
        "Conv2d": torch.nn.Conv2d(3, 4, 5),
        "ConvTranspose2d": torch.nn.ConvTranspose2d(2, 3, 2),
        "BatchNorm2d": torch.nn.BatchNorm2d(6),
        "LayerNorm": torch.nn.LayerNorm(5),
        "PReLU": torch.nn.PReLU(3),
        "Embedding": torch.nn.Embedding(7, 2),
        "Bilinear": torch.nn.Bilinear(2, 3, 4),
        "GRU": torch.nn.GRU(2, 3),
    }
    net = torch.nn.Sequential(torch.nn.Sequential(*others.values()), torch.nn.Linear(start.shape[1], start.shape[0]))
    with torch.no_grad():
        net[1].weight.copy_(torch.as_tensor(start))
        for layer in others:
            for name, value in others[layer].state_dict().items():
                value.copy_(torch.as_tensor(values[layer][name]))
    net.apply(submission.init_weights)
    state = {layer: dict(others[layer].state_dict()) for layer in others}
    return {"others": state, "weight": describe(net[1].weight)}


# What each layer of `mixed_layers` keeps: its parameters and buffers with their shapes.
KEPT = {
    "Conv2d": {"weight": (4, 3, 5, 5), "bias": (4,)},
    "ConvTranspose2d": {"weight": (2, 3, 2, 2), "bias": (3,)},
    "BatchNorm2d": {"weight": (6,), "bias": (6,), "running_mean": (6,), "running_var": (6,), "num_batches_tracked": ()},
    "LayerNorm": {"weight": (5,), "bias": (5,)},
    "PReLU": {"weight": (3,)},
    "Embedding": {"weight": (7, 2)},
    "Bilinear": {"weight": (4, 2, 3), "bias": (4,)},
    "GRU": {"weight_ih_l0": (9, 2), "weight_hh_l0": (9, 3), "bias_ih_l0": (9,), "bias_hh_l0": (9,)},
}


@check(
    points=1,
    function="init_weights",
    hint=(
        (
            "apply hands every module to your function. How does it tell a linear layer from a convolution, a "
            "normalisation or an embedding?"
        ),
        (
            "Convolutions, normalisations and embeddings have a weight, too, and some weights with two dimensions"
            " are not linear. What tells them apart is the class."
        ),
        (
            "isinstance asks for a class: isinstance(3, int) is True. Everything that you change, biases as well,"
            " stands indented under that one question."
        ),
    ),
)
def test_init_weights_leaves_other_layers(student, rng):
    """init_weights changes linear layers only"""
    values = {
        layer: {name: rng.uniform(1, 3, size=shape) for name, shape in shapes.items()} for layer, shapes in KEPT.items()
    }
    values["BatchNorm2d"]["num_batches_tracked"] = np.array(int(rng.integers(1, 1000)))
    a, b = (int(size) for size in rng.integers(100, 140, size=2))
    start = rng.normal(size=(b, a))
    came = plain_dict(student.call(mixed_layers, values, start), "init_weights")
    name = "the linear layer's weight after net.apply(init_weights)"
    _assert_changed(tensor(came["weight"], name, shape=(b, a), dtype=None), start, name)
    others = plain_dict(came["others"], "the other layers")
    for layer, kept in values.items():
        state = plain_dict(others[layer], layer)
        for name, value in kept.items():
            after = plain_array(state[name], f"{layer}.{name}", shape=value.shape)
            require(
                np.allclose(after, value, atol=1e-6),
                "net.apply(init_weights) changed {name} of nn.{layer}; only linear layers are to change.",
                name=name, layer=layer,
            )


@probe
def first_layer(submission, a, b, c, second, std):
    import torch

    from grader.worker.describe import describe

    net = torch.nn.Sequential(
        torch.nn.Linear(a, b), torch.nn.ReLU(), torch.nn.Linear(b, c), torch.nn.LayerNorm(c), torch.nn.Linear(c, c)
    )
    with torch.no_grad():
        for param in net[0].parameters():
            param.fill_(0.5)
        for layer in (2, 3, 4):
            net[layer].weight.copy_(torch.as_tensor(second[f"{layer}.weight"]))
            net[layer].bias.copy_(torch.as_tensor(second[f"{layer}.bias"]))
    if std is None:
        submission.init_first_layer(net)
    else:
        submission.init_first_layer(net, std)
    state = {f"{layer}.{name}": getattr(net[layer], name) for layer in (2, 3, 4) for name in ("weight", "bias")}
    return {"weight": describe(net[0].weight), "bias": describe(net[0].bias), "others": state}


def _first(student, rng, std):
    a, b, c = (int(size) for size in rng.integers(100, 140, size=3))
    shapes = {"2.weight": (c, b), "2.bias": (c,), "3.weight": (c,), "3.bias": (c,), "4.weight": (c, c), "4.bias": (c,)}
    others = {name: rng.uniform(1, 2, size=shape) for name, shape in shapes.items()}
    came = plain_dict(student.call(first_layer, a, b, c, others, std), "init_first_layer")
    call = "init_first_layer(net)" if std is None else f"init_first_layer(net, {std:.3g})"
    weight = tensor(came["weight"], f"net[0].weight after {call}", shape=(b, a))
    _assert_normal(weight, 0.01 if std is None else std, f"net[0].weight after {call}")
    return call, came, (b, a), others


@check(
    points=1,
    function="init_first_layer",
    hint=(
        "Which standard deviation does the caller ask for? And what is there in net[0] beside the weight?",
        (
            "net[0] is the layer, its weight and bias are parameters. normal_ takes mean and deviation, in this "
            "order; the notes' second number, 0., is a slip."
        ),
        (
            "Under torch.no_grad(), or through .data, draw the weight around 0 with the caller's std, neither "
            "squared nor rooted, then set the bias to 0. Both stay trainable."
        ),
    ),
)
def test_init_first_layer_draws(student, rng):
    """init_first_layer gives net[0] weights from N(0, std²) and a bias of 0"""
    for std in (float(rng.uniform(0.2, 0.4)), float(rng.uniform(2, 3))):
        call, came, shape, _ = _first(student, rng, std)
        _trainable(came["weight"], f"net[0].weight after {call}", shape)
        _assert_zero_bias(came["bias"], f"net[0].bias after {call}", shape[:1])


@check(
    points=1,
    function="init_first_layer",
    hint=(
        "What is std when the caller names none, and what happens to net[2]?",
        (
            "The default of std stands in the function's head. net.apply and a loop over the layers reach all of "
            "them, a copy reaches none."
        ),
        (
            "Use the given net's item 0 and no other, change it in place, and leave the head of the function as "
            "the task has it."
        ),
    ),
)
def test_init_first_layer_leaves_the_rest(student, rng):
    """init_first_layer takes 0.01 where no std is given, and changes no other layer"""
    call, came, _, others = _first(student, rng, None)
    after = plain_dict(came["others"], "the other layers")
    for name, value in others.items():
        kept = plain_array(after[name], f"net[{name[0]}]{name[1:]}", shape=value.shape)
        require(
            np.allclose(kept, value, atol=1e-6), "{call} changed net[{index}].{name}; only net[0] is to change.",
            call=call, index=name[0], name=name[2:],
        )


@probe
def machine(submission, d, k, w, b, v, X):
    """Make an FM; where values are given, set them and run it forward and back."""
    import torch

    from grader.worker.describe import describe

    model = submission.FM(d, k)
    seen = {"model": describe(model), "is_module": isinstance(model, torch.nn.Module)}
    if not seen["is_module"]:
        return seen
    linear = getattr(model, "linear", None)
    seen["is_linear"] = isinstance(linear, torch.nn.Linear)
    seen["v"] = describe(getattr(model, "v", None))
    seen["names"] = [name for name, _ in model.named_parameters()]
    if seen["is_linear"]:
        seen["weight"], seen["bias"] = describe(linear.weight), describe(linear.bias)
    if X is None or not seen["is_linear"] or linear.bias is None or seen["v"].get("shape") != [d, k]:
        return seen
    with torch.no_grad():
        linear.weight.copy_(torch.as_tensor(w))
        linear.bias.copy_(torch.as_tensor(b))
        model.v.copy_(torch.as_tensor(v))
    X = torch.tensor(X, dtype=torch.float32)
    out = model(X)
    seen["out"], seen["X"] = describe(out), X
    if seen["out"].get("requires_grad"):
        out.sum().backward()
        seen["grads"] = [linear.weight.grad, linear.bias.grad, model.v.grad]
    return seen


def _machine(student, d, k, w=None, b=None, v=None, X=None):
    """What the probe saw of FM(d, k), after its parts were looked at."""
    seen = plain_dict(student.call(machine, d, k, w, b, v, X), "FM")
    require(
        seen["is_module"] is True,
        "FM({d}, {k}) is {got}, but an nn.Module is asked.", d=d, k=k, got=kind_of(seen["model"]),
    )
    require(
        seen["is_linear"] is True, "FM({d}, {k}).linear is no nn.Linear (or the model has no attribute of this name).",
        d=d, k=k,
    )
    tensor(seen["weight"], f"FM({d}, {k}).linear.weight", shape=(1, d))
    require(kind_of(seen["bias"]) != "None", "FM({d}, {k}).linear has no bias: the formula's b is missing.", d=d, k=k)
    tensor(seen["bias"], f"FM({d}, {k}).linear.bias", shape=(1,))
    require(kind_of(seen["v"]) != "None", "FM({d}, {k}) has no attribute v.", d=d, k=k)
    _trainable(seen["v"], f"FM({d}, {k}).v", (d, k))
    names = [plain(name, "a parameter's name", str) for name in plain_list(seen["names"], "the parameters")]
    require(
        "v" in names, "v is not among the parameters of FM({d}, {k}): an optimizer would never see it.", d=d, k=k
    )
    return seen


@check(
    points=1,
    function="FM",
    hint=(
        "Which two things does __init__ store on self, in which shapes, and what makes a tensor a parameter?",
        (
            "A tensor, even one that requires grad, is not registered; nn.Parameter on self is. torch.randn draws"
            " from N(0, 1), torch.rand does not. super().__init__() comes first."
        ),
        (
            "linear takes num_features in and gives one out, with bias. v has a row for each feature and a column"
            " for each factor, drawn anew for each object."
        ),
    ),
)
def test_fm_has_its_parts(student, rng):
    """FM has linear, nn.Linear(num_features, 1), and v, a parameter (num_features, num_factors) from N(0, 1)"""
    d, k = int(rng.integers(200, 240)), int(rng.integers(40, 60))
    first, second = (tensor(_machine(student, d, k)["v"], f"FM({d}, {k}).v") for _ in range(2))
    _assert_normal(first, 1.0, f"FM({d}, {k}).v")
    require(not np.allclose(first, second), "FM({d}, {k}) has the same v each time it is made.", d=d, k=k)


def _example(rng, n, d, k):
    return rng.normal(size=(1, d)), rng.normal(size=1) + 2, rng.normal(size=(d, k)), rng.normal(size=(n, d))


def _forward(X, w, b, v):
    pairs = np.zeros((len(X), 1))
    for i in range(X.shape[1]):
        for j in range(i + 1, X.shape[1]):
            pairs[:, 0] += v[i] @ v[j] * X[:, i] * X[:, j]
    return X @ w.T + b + pairs


@check(
    points=2,
    function="FM",
    hint=(
        (
            "Work the docstring's example out by hand. Which term is squared before the product and which after? "
            "What is summed, and what stands in front of the sum?"
        ),
        (
            "In the first term the product x v comes first and its result is squared; in the second x and v are "
            "squared, each by itself, then multiplied. Squares go element by element."
        ),
        (
            "linear(x) is (n, 1), so the sum needs keepdim=True before it is added: (n,) would broadcast to (n, "
            "n). `**=` and mul_ change the caller's x."
        ),
        (
            "Both terms are (n, k). Take the second from the first, sum over the factors (dim 1, a sum and no "
            "mean) and halve: a row (9, 5) minus (1, 3) gives 5."
        ),
    ),
)
def test_fm_adds_the_pairs(student, rng):
    """FM gives linear(x) + ½ Σ_f [(xv)_f² − (x²v²)_f], as (n, 1)"""
    n, d, k = 7, 5, 3
    w, b, v, X = _example(rng, n, d, k)
    seen = _machine(student, d, k, w, b, v, X)
    out = tensor(seen["out"], f"model(x) for x {(n, d)}", shape=(n, 1))
    linear, full = X @ w.T + b, _forward(X, w, b, v)
    for wrong, template in (
        (linear, "{name} is linear(x) alone: the pairs are missing."),
        (full - linear, "{name} is the sum over the pairs alone: linear(x) is missing."),
        (2 * full - linear, "{name} counts each pair twice: the ½ is missing."),
        (2 * linear - full, "{name} takes the pairs away instead of adding them."),
        (
            linear + ((X @ v) ** 2).sum(axis=1, keepdims=True) / 2,
            "{name} still holds each feature's product with itself.",
        ),
    ):
        require(not np.allclose(out, wrong, rtol=1e-4, atol=1e-4), template, name="model(x)")
    assert_close(out, full, "model(x)", rtol=1e-4, atol=1e-4)
    assert_close(seen["X"], X, "x after model(x)")


@check(
    points=1,
    function="FM",
    held_back=True,
    hint=(
        "Does it work for one example, one feature, one factor? Can each parameter learn?",
        (
            "squeeze() loses the example where there is one. v.data and .detach() keep gradients from v; v "
            "starting from 0 has a gradient of 0."
        ),
        (
            "Use self.v itself, name the dimension of the sum and keep it. Then one example, one feature and one "
            "factor need no case of their own."
        ),
    ),
)
def test_fm_learns_at_the_edges(student, rng):
    """FM works for one example, one feature or one factor, and gradients reach all its parameters"""
    for n, d, k in ((6, 4, 2), (1, 3, 2), (4, 1, 3), (5, 3, 1), (1, 1, 1)):
        w, b, v, X = _example(rng, n, d, k)
        seen = _machine(student, d, k, w, b, v, X)
        name = f"FM({d}, {k})(x) for x {(n, d)}"
        assert_close(tensor(seen["out"], name, shape=(n, 1)), _forward(X, w, b, v), name, rtol=1e-4, atol=1e-4)
        require(
            seen["out"]["requires_grad"] is True, "No gradient reaches the parameters through {name}.", name=name
        )
        grads = plain_list(seen["grads"], "the gradients")
        # By v_if: Σ_n x_i (xv)_f − x_i² v_if.
        wanted = (X.sum(axis=0, keepdims=True), np.array([float(n)]), X.T @ (X @ v) - (X**2).sum(axis=0)[:, None] * v)
        require(len(grads) == len(wanted), "A parameter of {name} has no gradient.", name=name)
        for grad, want, param in zip(grads, wanted, ("linear.weight", "linear.bias", "v"), strict=True):
            if grad is None and np.allclose(want, 0, atol=1e-9):  # one feature makes no pair, so v may stand aside
                continue
            require(grad is not None, "No gradient reaches {param} through {name}.", param=param, name=name)
            assert_close(grad, want, f"the gradient of {name}.sum() by {param}", rtol=1e-3, atol=1e-3)
