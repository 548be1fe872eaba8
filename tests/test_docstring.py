import ast

import pytest

from grader.docstring import parts, translate_docstring

DOCSTRING = """Give one thing.

A paragraph that goes
over two lines.

    a formula = 1

- the first item
  goes on
- the second

| a | b |
| - | - |

Args:
    x: float32,
        any shape.
    y: another.

Returns:
    A pair that goes
    over two lines.

>>> f(1)
2
"""


def words(docstring):
    return [part.words for part in parts(docstring) if part.words]


def test_each_part_is_one_text_however_its_lines_are_broken():
    assert words(DOCSTRING) == [
        "Give one thing.",
        "A paragraph that goes over two lines.",
        "the first item goes on",
        "the second",
        "| a | b |\n| - | - |",
        "x: float32, any shape.",
        "y: another.",
        "A pair that goes over two lines.",
    ]


def test_formulas_examples_and_headings_are_left_alone():
    shouted = translate_docstring(DOCSTRING, str.upper)
    for line in ("    a formula = 1", "Args:", "Returns:", ">>> f(1)", "2"):
        assert line in shouted.splitlines()
    for line in ("GIVE ONE THING.", "- THE FIRST ITEM GOES ON", "    X: FLOAT32, ANY SHAPE."):
        assert line in shouted.splitlines()


def test_nothing_changes_where_nothing_is_translated():
    assert translate_docstring(DOCSTRING, lambda text: text) == DOCSTRING.strip()
    assert translate_docstring("", str.upper) == ""


@pytest.mark.parametrize("number", range(23))
def test_every_task_text_comes_through_whole(course, number):
    tree = ast.parse(course.exercises[number].solution.read_bytes())
    docstrings = [ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, ast.Module | ast.FunctionDef)]
    for docstring in filter(None, docstrings):
        assert translate_docstring(docstring, lambda text: text) == docstring.strip()
