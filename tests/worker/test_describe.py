import numpy as np
import pytest
import torch
from PIL import Image

from grader.codec import decode, encode
from grader.worker.convert import to_plain
from grader.worker.describe import describe


class Liar(torch.Tensor):
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        return True

    @property
    def shape(self):
        return (9, 9)

    def __eq__(self, other):
        return True

    def numpy(self):
        return np.zeros((9, 9))

    __hash__ = None


def test_a_tensor_is_told_whole():
    seen = describe(torch.ones(2, 1, requires_grad=True))
    assert seen.pop("array").tolist() == [[1], [1]]
    assert seen == {
        "type": "torch.Tensor", "dtype": "float32", "shape": [2, 1], "requires_grad": True, "is_leaf": True,
        "device": "cpu",
    }  # fmt: skip


def test_a_tensor_subclass_cannot_lie():
    seen = describe(torch.zeros(2, 3).as_subclass(Liar))
    assert (seen["shape"], seen["array"].shape, seen["array"].any()) == ([2, 3], (2, 3), False)
    assert decode(encode(torch.zeros(2, 3).as_subclass(Liar), to_plain)).shape == (2, 3)


@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float32", "float64", "int8", "uint8", "int64", "bool", "complex64"])
def test_every_dtype_travels(dtype):
    seen = decode(encode(describe(torch.ones(2).to(getattr(torch, dtype))), to_plain))
    assert seen["dtype"] == dtype
    assert seen["array"].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "None"), (True, "bool"), (3, "int"), (2.5, "float"), ("x", "str"), ([1], "list"), ((1, 2), "tuple"),
        (np.zeros(2), "numpy.ndarray"), (np.float32(1), "numpy.float32"), (object(), "object"),
        (Image.new("RGB", (4, 3)), "PIL.Image"), (torch.nn.Parameter(torch.ones(1)), "torch.Tensor"),
        (np.array(["text"]), "numpy.ndarray"), (torch.ones(2, device="meta"), "torch.Tensor"),
        (torch.eye(2).to_sparse(), "torch.Tensor"), ({}, "dict"),
    ],
)  # fmt: skip
def test_each_kind_has_its_name_and_travels(value, kind):
    seen = decode(encode(describe(value), to_plain))
    assert seen["type"] == kind


def test_items_of_a_list_are_described():
    seen = describe([1, "a", torch.ones(1)])
    assert [item["type"] for item in seen["items"]] == ["int", "str", "torch.Tensor"]


def test_an_image_is_told_by_height_and_width():
    assert describe(Image.new("L", (4, 3)))["shape"] == [3, 4]


def test_numbers_and_texts_lose_the_students_class():
    class Always(int):
        def __eq__(self, other):
            return True

        __hash__ = int.__hash__

    class Text(str):
        def __str__(self):
            return "lie"

    back = decode(encode([Always(3), Text("truth"), np.float32(0.5)], to_plain))
    assert back == [3, "truth", 0.5]
    assert [type(item) for item in back] == [int, str, float]
