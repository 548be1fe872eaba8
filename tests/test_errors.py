import inspect

from grader import errors
from grader.outcome import Status


def test_each_end_of_a_check_has_a_status_of_its_own():
    ends = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.CheckStopped)]
    statuses = [kind.status for kind in ends if kind is not errors.CheckStopped]
    assert sorted(statuses) == sorted(set(Status) - {Status.PASSED, Status.GRADER_ERROR})


def test_the_tree_in_the_docstring_names_every_error():
    for name, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, Exception):
            assert name in errors.__doc__


def test_a_message_keeps_its_template_and_values():
    error = errors.WrongAnswer("{name} has {braces}", name="x", braces="{}")
    assert (error.message.template, str(error)) == ("{name} has {braces}", "x has {}")
