import pytest

from grader.stub import MarkerError, make_stub, solution_lines

SOLUTION = '''"""Task."""

import torch

### BEGIN SOLUTION
import secret
### END SOLUTION


def f(x):
    """Give x."""
    ### BEGIN SOLUTION
    y = x + secret.offset
    return y
    ### END SOLUTION


class Net(torch.nn.Module):
    """A net."""

    def forward(self, x):
        """Run."""
        ### BEGIN SOLUTION
        return x * 2 + 1 - 1
        ### END SOLUTION

    ### BEGIN SOLUTION
    hidden_constant = 12345
    ### END SOLUTION
'''


def test_the_stub_is_the_module_without_its_solution():
    assert (
        make_stub(SOLUTION)
        == '''"""Task."""

import torch


def f(x):
    """Give x."""
    # TODO: write f, and remove the next line.
    raise NotImplementedError("f")


class Net(torch.nn.Module):
    """A net."""

    def forward(self, x):
        """Run."""
        # TODO: write Net.forward, and remove the next line.
        raise NotImplementedError("Net.forward")
'''
    )


def test_a_stub_of_a_stub_is_itself():
    assert make_stub(make_stub(SOLUTION)) == make_stub(SOLUTION)


@pytest.mark.parametrize(
    "text", ["### BEGIN SOLUTION\n", "### END SOLUTION\n", "### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION"]
)
def test_markers_that_do_not_pair_are_an_error(text):
    with pytest.raises(MarkerError):
        make_stub(text)


def test_solution_lines_are_those_between_the_markers():
    assert solution_lines(SOLUTION) == [
        "import secret", "y = x + secret.offset", "return x * 2 + 1 - 1", "hidden_constant = 12345"
    ]  # fmt: skip
