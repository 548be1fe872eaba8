"""Probes: functions written beside a check that run in the worker, on the student's module.

Only a probe's own source travels, with that of the probes it calls; never the file it stands in.
"""

import ast
import inspect
import textwrap
import types
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, overload


class Probe:
    """A function for the worker. Its first parameter is the student's module."""

    def __init__(self, function: Callable[..., Any], off: tuple[str, ...] = ()) -> None:
        assert isinstance(function, types.FunctionType)
        self.function = function
        self.name = function.__name__
        self.off = off
        """Groups of shortcuts that do not work in the worker that it runs in."""
        self.own_source = _bare_source(function)

    @cached_property
    def source(self) -> str:
        """The source that travels: the probes this one uses, then its own."""
        return "\n".join(probe.own_source for probe in self._with_helpers({}))

    def _with_helpers(self, seen: dict[str, "Probe"]) -> Iterator["Probe"]:
        seen[self.name] = self
        for name in sorted(_names(self.function.__code__)):
            other = self.function.__globals__.get(name)
            if isinstance(other, Probe) and name not in seen:
                yield from other._with_helpers(seen)
        yield self


@overload
def probe(function: Callable[..., Any]) -> Probe: ...


@overload
def probe(*, off: tuple[str, ...]) -> Callable[[Callable[..., Any]], Probe]: ...


def probe(
    function: Callable[..., Any] | None = None, *, off: tuple[str, ...] = ()
) -> Probe | Callable[[Callable[..., Any]], Probe]:
    """Mark a function as a probe: `@probe`, or `@probe(off=("softmax",))` for what is to be written by hand.

    Its body must import what it needs, for nothing else of its module travels with it. It gives
    back plain data; tensors and arrays become arrays. It may call other probes of its module.
    `off` names groups of shortcuts (see `grader.worker.shortcuts`) that are taken out of the worker it runs
    in, before the student's module is imported.
    """
    if function is not None:
        return Probe(function)
    return lambda function: Probe(function, off)


def _bare_source(function: types.FunctionType) -> str:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    node = tree.body[0]
    assert isinstance(node, ast.FunctionDef)
    node.decorator_list = []
    node.returns = None
    if ast.get_docstring(node) is not None:
        node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


def _names(code: types.CodeType) -> set[str]:
    found = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found |= _names(constant)
    return found
