"""Checks of ex19: VGG16 without its 553 MB, a layer added, used, replaced, and a part frozen.

VGG16 itself is looked at on the `meta` device, where it has shapes and no values. What needs values is
seen on a `VGG` whose layers are tiny.
"""

import numpy as np

from grader.check import check
from grader.compare import assert_close
from grader.expect import plain, plain_array, plain_dict, plain_list, require, tensor
from grader.probe import probe

LIBRARIES = ("torch", "torchvision")
LIMITS = {"memory_mb": 2048}

CHANNELS = (64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0)  # 0: a pooling


@probe
def no_download():
    """Put weights that cost nothing in the place of every download; gives what was asked for, and the way back."""
    import torch
    from torchvision.models import _api

    asked, undo = [], []

    def constants(name):
        from torchvision.models import vgg16

        asked.append(str(name)[:200])
        with torch.device("meta"):
            shapes = {key: value.shape for key, value in vgg16(weights=None).state_dict().items()}
        numbers = range(1, len(shapes) + 1)
        return {
            key: torch.full((1,), float(number), device="cpu").expand(shape)
            for number, (key, shape) in zip(numbers, shapes.items(), strict=True)
        }

    def replace(owner, name, stand_in):
        original = getattr(owner, name)
        setattr(owner, name, stand_in)
        undo.append(lambda: setattr(owner, name, original))

    load = torch.nn.Module.load_state_dict

    def assigning(self, state_dict, strict=True, assign=False):
        return load(self, state_dict, strict=strict, assign=True)  # a copy to `meta` would lose the values

    replace(_api.WeightsEnum, "get_state_dict", lambda self, *args, **kwargs: constants(self))
    replace(torch.hub, "load_state_dict_from_url", lambda url, *args, **kwargs: constants(url))
    replace(_api, "load_state_dict_from_url", lambda url, *args, **kwargs: constants(url))
    replace(torch.nn.Module, "load_state_dict", assigning)
    return asked, undo


@probe
def built(submission, size):
    """VGG16's layers and shapes, on `meta`, and what a batch of this size becomes."""
    import torch

    undo = no_download()[1]
    try:
        with torch.device("meta"):
            model = submission.load_vgg16()
    finally:
        for step in undo:
            step()
    if not isinstance(model, torch.nn.Module):
        return {"type": type(model).__name__[:80]}
    told = ("kernel_size", "stride", "padding", "in_features", "out_features", "output_size", "p")
    layers = []
    for name, layer in model.named_modules():
        if not list(layer.children()):
            settings = {key: str(getattr(layer, key)) for key in told if hasattr(layer, key)}
            layers.append({"name": name, "type": type(layer).__name__, **settings})
    shapes = [[name, list(value.shape)] for name, value in model.state_dict().items()]
    model = model.to("meta")
    images = torch.zeros(size, device="meta")
    return {
        "type": "module",
        "layers": layers,
        "shapes": shapes,
        "features": list(model.features(images).shape) if hasattr(model, "features") else [],
        "output": list(model(images).shape),
    }


def _vgg16():
    """The layers of VGG16, as the probe tells them, and the shapes of its parameters by name."""
    layers, shapes, inputs, place = [], [], 3, 0

    def add(kind, **settings):
        nonlocal place
        layers.append({"name": f"features.{place}", "type": kind, **settings})
        place += 1

    for outputs in CHANNELS:
        if outputs:
            shapes.append([f"features.{place}.weight", [outputs, inputs, 3, 3]])
            shapes.append([f"features.{place}.bias", [outputs]])
            add("Conv2d", kernel_size="(3, 3)", stride="(1, 1)", padding="(1, 1)")
            add("ReLU")
            inputs = outputs
        else:
            add("MaxPool2d", kernel_size="2", stride="2", padding="0")
    layers.append({"name": "avgpool", "type": "AdaptiveAvgPool2d", "output_size": "(7, 7)"})
    for place, inputs, outputs in ((0, 25088, 4096), (3, 4096, 4096), (6, 4096, 1000)):
        name = f"classifier.{place}"
        shapes += [[f"{name}.weight", [outputs, inputs]], [f"{name}.bias", [outputs]]]
        layers.append({"name": name, "type": "Linear", "in_features": str(inputs), "out_features": str(outputs)})
        if place < 6:
            layers.append({"name": f"classifier.{place + 1}", "type": "ReLU"})
            layers.append({"name": f"classifier.{place + 2}", "type": "Dropout", "p": "0.5"})
    return layers, shapes


def _shape(value, name):
    return [plain(size, name, int) for size in plain_list(value, name)]


@check(
    points=1.5,
    function="load_vgg16",
    hint=(
        "torchvision.models has one function for each network. Print what it gives; is it the printout of the notes?",
        (
            "The function's name has no _bn and no other number. The module torchvision.models.vgg is not the "
            "function, and a function without brackets is no network."
        ),
        (
            "Call the function and return what it gives as it is: no part of it, no other number of classes, no "
            "dropout taken out. models.alexnet() would give another network."
        ),
    ),
)
def test_load_vgg16_gives_vgg16(student, rng):
    """load_vgg16 gives VGG16: 13 convolutions, 3 linear layers, 1000 outputs"""
    size = [int(rng.integers(1, 5)), 3, int(rng.integers(40, 200)), int(rng.integers(40, 200))]
    came = plain_dict(student.call(built, size), "load_vgg16()")
    kind = plain(came["type"], "load_vgg16()", str)
    require(kind == "module", "load_vgg16() is of type {kind}; a network, an nn.Module, is asked.", kind=kind)
    layers, shapes = _vgg16()
    seen = plain_list(came["layers"], "load_vgg16()")
    require(
        len(seen) == len(layers), "load_vgg16() has {got} layers; VGG16 has {want}.", got=len(seen), want=len(layers)
    )
    for want, layer in zip(layers, seen, strict=True):
        layer = plain_dict(layer, "load_vgg16()")
        name, kind = plain(layer["name"], "load_vgg16()", str), plain(layer["type"], "load_vgg16()", str)
        require(
            name == want["name"] and kind == want["type"],
            "load_vgg16() has {kind} at {name} where VGG16 has {wanted} at {place}.",
            kind=kind, name=name, wanted=want["type"], place=want["name"],
        )
        for key, setting in want.items():
            got = plain(layer[key], name, str)
            require(
                got in (setting, f"({setting}, {setting})"),
                "{key} of {name} is {got}; in VGG16 it is {setting}.", key=key, name=name, got=got, setting=setting,
            )
    told = plain_list(came["shapes"], "load_vgg16()", length=len(shapes))
    for (name, shape), entry in zip(shapes, told, strict=True):
        got_name, got_shape = plain_list(entry, "load_vgg16()", length=2)
        got = plain(got_name, name, str)
        require(got == name, "load_vgg16() has {got} in place of {name}.", got=got, name=name)
        got = _shape(got_shape, name)
        require(got == shape, "{name} has shape {got}; in VGG16 it is {shape}.", name=name, got=got, shape=shape)
    for part, want in (("features", [size[0], 512, size[2] // 32, size[3] // 32]), ("output", [size[0], 1000])):
        got = _shape(came[part], part)
        require(
            got == want, "For images of shape {size} the {part} of load_vgg16() have shape {got}, not {want}.",
            size=size, part=part, got=got, want=want,
        )


@probe
def weighed(submission, places):
    """What is asked for without weights and with them, and some values that are in the network then."""
    import torch
    import torchvision

    asked, undo = no_download()
    try:
        with torch.device("meta"):
            submission.load_vgg16()
            submission.load_vgg16(None)
        without, problems = list(asked), []
        for weights in (torchvision.models.VGG16_Weights.IMAGENET1K_V1, "IMAGENET1K_V1"):
            asked.clear()
            try:
                with torch.device("meta"):
                    model = submission.load_vgg16(weights)
            except Exception as error:
                problems.append(error)
                continue
            parameters = list(model.parameters())
            found = []
            for place in places:
                value = parameters[place] if place < len(parameters) else None
                there = value is not None and value.device.type == "cpu"
                found.append(value[(0,) * value.dim()].item() if there else None)
            if asked and None not in found:
                return {"without": without, "asked": list(asked), "found": found}
    finally:
        for step in undo:
            step()
    if len(problems) == 2:
        raise problems[0]
    return {"without": without, "asked": list(asked), "found": found}


@check(
    points=1,
    function="load_vgg16",
    hint=(
        "Where does torchvision's function want to be told of weights? What does None mean to it?",
        "pretrained=… is the old way; today it is weights=…. None means random values, DEFAULT means a download.",
        (
            "Hand your own argument on under the same keyword, without a look at it: None stays None. A call like"
            " open(name, mode=mode) does the same with a mode."
        ),
    ),
)
def test_load_vgg16_downloads_only_what_is_asked_for(student, rng):
    """load_vgg16 downloads nothing when weights is None, and loads the weights that it is given"""
    places = [int(place) for place in rng.permutation(32)[:6]]
    came = plain_dict(student.call(weighed, places), "load_vgg16(weights)")
    require(
        plain_list(came["without"], "load_vgg16()") == [],
        "load_vgg16() wanted to download pretrained weights, though none were asked for.",
    )
    found = plain_list(came["found"], "load_vgg16(weights)", length=len(places))
    found = [plain(value, "load_vgg16(weights)", float, type(None)) for value in found]
    require(
        plain_list(came["asked"], "load_vgg16(weights)") and None not in found,
        "load_vgg16(VGG16_Weights.IMAGENET1K_V1) gives a network without the pretrained weights.",
    )
    assert_close(np.array(found), np.array(places) + 1.0, "parameters of load_vgg16(VGG16_Weights.IMAGENET1K_V1)")


@probe
def tiny(parts):
    """A VGG in evaluation mode whose layers are tiny, with these values. It wants images of 7 × 7."""
    import torch
    from torch import nn
    from torchvision.models import VGG

    with torch.device("meta"):
        model = VGG(nn.Sequential(), init_weights=False)
    model.features = nn.Sequential(nn.Conv2d(3, 2, 1), nn.ReLU(), nn.Conv2d(2, 1, 1), nn.ReLU())
    model.classifier = nn.Sequential(
        nn.Linear(49, 6), nn.ReLU(), nn.Dropout(), nn.Linear(6, 5), nn.ReLU(), nn.Dropout(), nn.Linear(5, 1000)
    )
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), parts, strict=True):
            parameter.copy_(torch.tensor(value))
    return model.eval()


def _tiny_parts(rng):
    shapes = ((2, 3, 1, 1), (2,), (1, 2, 1, 1), (1,), (6, 49), (6,), (5, 6), (5,), (1000, 5), (1000,))
    return [np.abs(rng.normal(size=shape)) + 0.1 if len(shape) == 4 else rng.normal(size=shape) for shape in shapes]


def _tiny_output(parts, x):
    a, a_bias, c, c_bias, w1, b1, w2, b2, w3, b3 = parts
    y = np.maximum(np.einsum("nchw,oc->nohw", x, a[:, :, 0, 0]) + a_bias[:, None, None], 0)
    y = np.maximum(np.einsum("nchw,oc->nohw", y, c[:, :, 0, 0]) + c_bias[:, None, None], 0)
    y = np.maximum(y.reshape(len(x), -1) @ w1.T + b1, 0)
    y = np.maximum(y @ w2.T + b2, 0)
    return y @ w3.T + b3


def _images(rng):
    return rng.normal(size=(int(rng.integers(2, 6)), 3, 7, 7))


@probe
def with_extra(submission, parts, x):
    import torch

    from grader.worker.describe import describe

    model = tiny(parts)
    before = dict(model.named_modules())
    came = submission.add_extra(model)
    told = {"same": came is model, "type": type(came).__name__[:80]}
    told["names"] = [name for name, _ in model.named_children()]
    if isinstance(model._modules.get("extra"), torch.nn.Module):
        extra = model._modules["extra"]
        told["extra"] = type(extra).__name__[:80]
        told["linear"] = isinstance(extra, torch.nn.Linear)
        told["shapes"] = [[name, list(value.shape)] for name, value in extra.named_parameters() if value.requires_grad]
    told["kept"] = all(dict(model.named_modules()).get(name) is layer for name, layer in before.items())
    told["others"] = sorted(str(name) for name in set(dict(model.named_modules())) - set(before))
    told["output"] = describe(model(torch.tensor(x, dtype=torch.float32)))
    return told


@check(
    points=1.5,
    function="add_extra",
    hint=(
        "The layer belongs to the model itself, under its name, not to one of its parts. And what is returned?",
        (
            "add_module, or an attribute on the model, registers a layer. In a list it is not registered, inside "
            "of the classifier it becomes part of the forward. add_module gives None."
        ),
        (
            "Make a linear layer with inputs first, outputs second, and its bias, hang it on the given model "
            "under the task's name, then return the model on a line of its own."
        ),
    ),
)
def test_add_extra_registers_the_layer(student, rng):
    """add_extra registers extra, nn.Linear(1000, 10), at the top level of that very model and returns it"""
    parts, x = _tiny_parts(rng), _images(rng)
    came = plain_dict(student.call(with_extra, parts, x), "add_extra(model)")
    names = [plain(name, "add_extra(model)", str) for name in plain_list(came["names"], "add_extra(model)")]
    require(
        "extra" in names,
        "After add_extra(model) the model has no layer `extra` at its top level, only {names}.", names=", ".join(names),
    )
    require("extra" in came, "After add_extra(model), model.extra is None.")
    kind = plain(came["extra"], "model.extra", str)
    require(came["linear"] is True, "model.extra is of type {kind}; an nn.Linear is asked.", kind=kind)
    shapes = {}
    for entry in plain_list(came["shapes"], "model.extra"):
        name, shape = plain_list(entry, "model.extra", length=2)
        shapes[plain(name, "model.extra", str)] = _shape(shape, "model.extra")
    require(
        shapes == {"weight": [10, 1000], "bias": [10]},
        "model.extra has the trainable parameters {shapes}; nn.Linear(1000, 10) has weight [10, 1000] and bias [10].",
        shapes=shapes,
    )
    _assert_same(came, "add_extra(model)")
    output = tensor(came["output"], "model(x) after add_extra(model)", shape=(len(x), 1000))
    assert_close(output, _tiny_output(parts, x), "model(x) after add_extra(model)", rtol=1e-3, atol=1e-3)


def _assert_same(came, name):
    kind = plain(came["type"], name, str)
    require(kind != "NoneType", "{name} returns None; the model is asked.", name=name)
    require(
        came["same"] is True, "{name} returns something else ({kind}) than the model that it was given.",
        name=name, kind=kind,
    )


@check(
    points=0.5,
    function="add_extra",
    hint=(
        "What does the model give after the call, and is any other layer new or gone?",
        (
            "Registering does not put a layer to use: only forward does. A hook, a new forward, or a layer inside"
            " of the classifier changes what the model gives."
        ),
        "Add one thing at the top level and touch nothing else; no new network around the model, and no copy of it.",
    ),
)
def test_add_extra_leaves_the_rest(student, rng):
    """After add_extra the model still gives its 1000 outputs: its forward does not use extra"""
    parts, x = _tiny_parts(rng), _images(rng)
    came = plain_dict(student.call(with_extra, parts, x), "add_extra(model)")
    others = [plain(name, "add_extra(model)", str) for name in plain_list(came["others"], "add_extra(model)")]
    require(
        others == ["extra"],
        "add_extra(model) adds these modules: {others}; `extra` alone is asked.", others=", ".join(others) or "none",
    )
    require(came["kept"] is True, "add_extra(model) replaced a layer that was there before.")
    output = tensor(came["output"], "model(x) after add_extra(model)", shape=(len(x), 1000))
    assert_close(output, _tiny_output(parts, x), "model(x) after add_extra(model)", rtol=1e-3, atol=1e-3)


@probe
def classified(submission, parts, weight, bias, x):
    import torch

    from grader.worker.describe import describe

    model = tiny(parts)
    model.extra = torch.nn.Linear(1000, 10)
    with torch.no_grad():
        model.extra.weight.copy_(torch.tensor(weight))
        model.extra.bias.copy_(torch.tensor(bias))
    images = torch.tensor(x, dtype=torch.float32)
    scores = submission.classify_with_extra(model, images)
    return {"scores": describe(scores), "x": images, "weight": model.extra.weight}


@check(
    points=1.5,
    function="classify_with_extra",
    hint=(
        "Two calls, one inside the other: first the whole model, then which of its layers?",
        (
            "The model by itself gives 1000 values and does not use extra. No softmax or ReLU between or after, "
            "and the layer is the one that the model holds."
        ),
        (
            "Call the model on x, then call its attribute extra on what came: outer(inner(t)) for two functions. "
            "Change no mode and no layer."
        ),
    ),
)
def test_classify_with_extra_goes_through_both(student, rng):
    """classify_with_extra gives what extra makes of the model's output"""
    parts, x = _tiny_parts(rng), _images(rng)
    weight, bias = rng.normal(size=(10, 1000)) / 30, rng.normal(size=10)
    came = plain_dict(student.call(classified, parts, weight, bias, x), "classify_with_extra(model, x)")
    name = "classify_with_extra(model, x)"
    scores = tensor(came["scores"], name, shape=(len(x), 10))
    assert_close(scores, _tiny_output(parts, x) @ weight.T + bias, name, rtol=1e-3, atol=1e-3)
    assert_close(came["x"], x, f"x after {name}")
    assert_close(came["weight"], weight, f"model.extra.weight after {name}")


@probe
def replaced(submission, num_classes, size):
    """VGG16 on `meta`, with its last layer replaced by one that is real."""
    import torch
    import torchvision

    with torch.device("meta"):
        model = torchvision.models.vgg16(weights=None)
    before = [layer for layer in model.modules() if not list(layer.children())]
    came = submission.replace_last(model, num_classes)
    told = {"same": came is model, "type": type(came).__name__[:80], "last": None}
    leaves = [layer for layer in model.classifier.modules() if not list(layer.children())]
    told["layers"] = [type(layer).__name__[:80] for layer in leaves]
    last = leaves[-1] if leaves else None
    if isinstance(last, torch.nn.Linear):
        if isinstance(last, torch.nn.modules.lazy.LazyModuleMixin):
            last(torch.zeros(1, 4096))
        told["last"] = {
            "numbers": [last.in_features, last.out_features],
            "weight": list(last.weight.shape),
            "bias": None if last.bias is None else list(last.bias.shape),
            "trainable": last.weight.requires_grad and (last.bias is None or last.bias.requires_grad),
        }
    after = [layer for layer in model.modules() if not list(layer.children())]
    told["kept"] = [new is old for new, old in zip(after, before, strict=False)][:-1]
    told["count"] = len(after)
    if size:
        model.to("meta")
        told["output"] = list(model(torch.zeros(size, device="meta")).shape)
    return told


@check(
    points=1,
    function="replace_last",
    hint=(
        "Which index names the last layer? And a layer's shape lies in its weight, not in the number it prints.",
        (
            "classifier is a Sequential: it can be indexed and assigned to like a list. Setting out_features "
            "changes only what is printed. ResNet's name, fc, does nothing here."
        ),
        (
            "Return the model that was handed in, not the layer and no copy. append would add a layer; a new "
            "Sequential would lose the other six."
        ),
        (
            "Look at the old layer's in_features first, then assign a new nn.Linear to the last place, with "
            "num_classes outputs and a bias: shelf[-1] = new."
        ),
    ),
)
def test_replace_last_puts_a_new_layer(student, rng):
    """replace_last makes the classifier's last layer a linear one with num_classes outputs"""
    for num_classes in (int(rng.integers(2, 60)), int(rng.integers(60, 300))):
        came = plain_dict(student.call(replaced, num_classes, []), "replace_last(model, num_classes)")
        name = f"replace_last(model, {num_classes})"
        layers = [plain(layer, name, str) for layer in plain_list(came["layers"], name)]
        require(
            len(layers) == 7,
            "After {name} the classifier has {count} layers ({layers}); one of its 7 is to be replaced.",
            name=name, count=len(layers), layers=", ".join(layers[:12]),
        )
        require(
            came["last"] is not None,
            "After {name} the classifier's last layer is a {layer}, not an nn.Linear.", name=name, layer=layers[-1],
        )
        last = plain_dict(came["last"], name)
        weight = _shape(last["weight"], name)
        require(
            weight == [num_classes, 4096],
            "After {name} the last layer's weight has shape {weight}, but {asked} is asked: (outputs, inputs).",
            name=name, weight=weight, asked=[num_classes, 4096],
        )
        require(last["bias"] is not None, "After {name} the last layer has no bias.", name=name)
        bias = _shape(last["bias"], name)
        require(bias == [num_classes], "After {name} the last layer's bias has shape {bias}.", name=name, bias=bias)
        numbers = _shape(last["numbers"], name)
        require(
            numbers == [4096, num_classes],
            "After {name} the last layer says that it has {numbers} inputs and outputs.", name=name, numbers=numbers,
        )
        require(last["trainable"] is True, "After {name} the last layer cannot be trained.", name=name)
        _assert_same(came, name)


@check(
    points=1,
    function="replace_last",
    held_back=True,
    hint=(
        "All other layers hold what was learned. Are they the very same, and does the whole network still run?",
        (
            "The layers before it must be the same objects as before: a new classifier or a loop over all linear "
            "layers throws away what they learned."
        ),
        (
            "Assign to a single index and to nothing else; no softmax behind it. Inputs as the old layer had "
            "them, or the layers no longer fit together."
        ),
    ),
)
def test_replace_last_keeps_the_rest(student, rng):
    """After replace_last all other layers are as before, and the network gives num_classes scores"""
    num_classes, size = int(rng.integers(2, 300)), [int(rng.integers(1, 9)), 3, 64, 40]
    name = f"replace_last(model, {num_classes})"
    came = plain_dict(student.call(replaced, num_classes, size), name)
    _assert_same(came, name)
    kept = [plain(same, name, bool) for same in plain_list(came["kept"], name)]
    require(
        plain(came["count"], name, int) == len(_vgg16()[0]) == len(kept) + 1,
        "After {name} the network has another number of layers than before.", name=name,
    )
    require(all(kept), "{name} replaced other layers than the last.", name=name)
    output = _shape(came["output"], name)
    require(
        output == [size[0], num_classes],
        "After {name} the network gives shape {output} for {images} images.", name=name, output=output, images=size[0],
    )


@probe
def frozen(submission, parts, trainable, x, scales):
    """Freeze a tiny VGG whose parameters are trainable as told, and train it by one backward."""
    import torch

    model = tiny(parts)
    for parameter, wanted in zip(model.parameters(), trainable, strict=True):
        parameter.requires_grad = wanted
    came = submission.freeze_features(model)
    told = {"same": came is model, "type": type(came).__name__[:80]}
    told["trainable"] = [[name, bool(parameter.requires_grad)] for name, parameter in model.named_parameters()]
    output = model(torch.tensor(x, dtype=torch.float32))
    if output.requires_grad:
        (output * torch.tensor(scales, dtype=torch.float32)).sum().backward()
    told["grads"] = [parameter.grad for parameter in model.parameters()]
    told["values"] = [parameter.detach() for parameter in model.parameters()]
    return told


def _freeze(student, rng, classifier):
    """Check what freeze_features leaves; `classifier` says which of its six parameters are trainable before."""
    parts, x, name = _tiny_parts(rng), _images(rng), "freeze_features(model)"
    scales = rng.normal(size=(len(x), 1000))
    trainable = [*(bool(bit) for bit in rng.permutation([1, 1, 1, 0])), *classifier]
    came = plain_dict(student.call(frozen, parts, trainable, x, scales), name)
    seen = plain_list(came["trainable"], name, length=len(parts))
    for index, entry in enumerate(seen):
        part, free = plain_list(entry, name, length=2)
        part, free = plain(part, name, str), plain(free, name, bool)
        if index < 4:
            require(
                not free,
                "After {name}, {part} has requires_grad True. It is a property of each parameter, not of the module.",
                name=name, part=part,
            )
        else:
            require(
                free == trainable[index],
                "After {name}, {part} has requires_grad {free}; before, it had {before}.",
                name=name, part=part, free=free, before=trainable[index],
            )
    _assert_same(came, name)
    grads = plain_list(came["grads"], name, length=len(parts))
    require(
        all(grad is None for grad, free in zip(grads, [False] * 4 + list(classifier), strict=True) if not free),
        "After {name}, backward() still works out gradients for what is frozen.", name=name,
    )
    values = plain_list(came["values"], name, length=len(parts))
    for part, value in zip(parts, values, strict=True):
        assert_close(plain_array(value, name), part, f"a parameter after {name}")
    require(grads[-1] is not None, "After {name} no gradient reaches the classifier's last bias.", name=name)
    assert_close(
        grads[-1], scales.sum(axis=0), f"the gradient of the classifier's last bias after {name}", rtol=1e-3, atol=1e-3
    )


@check(
    points=1,
    function="freeze_features",
    hint=(
        "What in a module has requires_grad? How do you reach all of them, and only those in features?",
        (
            "requires_grad belongs to parameters: assigned to a module, it is only a new attribute. eval() "
            "freezes nothing, and no_grad ends with its block."
        ),
        (
            "parameters() of the part called features gives weights and biases of all its layers. Loop over them,"
            " set each one's flag (or call requires_grad_), and return the model."
        ),
    ),
)
def test_freeze_features_stops_their_gradients(student, rng):
    """freeze_features sets requires_grad False for every parameter in features, and the classifier still learns"""
    _freeze(student, rng, [True] * 6)


@check(
    points=1,
    function="freeze_features",
    held_back=True,
    hint=(
        "The classifier's parameters keep what they had. What if one of them was frozen already?",
        (
            "model.parameters() holds the classifier's too. Switching all of these on again afterwards forgets "
            "which were frozen before."
        ),
        (
            "Loop over the parameters of the one part only, set False only, and turn nothing round: the rest is "
            "never touched."
        ),
    ),
)
def test_freeze_features_leaves_the_classifier(student, rng):
    """freeze_features leaves each parameter of the classifier as trainable as it was"""
    _freeze(student, rng, [*(bool(bit) for bit in rng.permutation([1, 1, 0, 0, 0])), True])
