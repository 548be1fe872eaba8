"""The two files that make a new exercise, to start from."""

SOLUTION = '''"""{title}.

Source: the notes' section on …

Explain the idea here: the formula with its symbols, shapes at each step, one number to follow by
hand, the trap that people fall into.
"""

import torch


def double(x):
    """Give 2x.

    Args:
        x: float32 of any shape.

    Returns:
        float32 in the shape of `x`.

    >>> double(torch.tensor([1.0, 2.0]))
    tensor([2., 4.])
    """
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION
'''

CHECKS = '''"""Checks of {id}."""

from grader.check import check
from grader.compare import assert_close
from grader.expect import tensor
from grader.probe import probe


@probe
def doubled(submission, x):
    import torch
    from grader.worker.describe import describe

    return describe(submission.double(torch.tensor(x, dtype=torch.float32)))


@check(points=10, function="double", held_back=False, hint="What is two times a number?")
def test_double_gives_twice_the_value(student, rng):
    """double gives 2x"""
    x = rng.normal(size=(2, 3))
    assert_close(tensor(student.call(doubled, x), "double(x)", shape=(2, 3)), 2 * x, "double(x)")
'''


def new_files(name: str) -> tuple[str, str]:
    """The texts of the solution and of the checks of a new exercise `exNN_name`."""
    identifier, _, rest = name.partition("_")
    title = rest.replace("_", " ").capitalize()
    return SOLUTION.format(title=title), CHECKS.format(id=identifier)
