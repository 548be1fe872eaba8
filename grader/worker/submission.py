"""A student's module, made from the bytes of its file."""

import __future__

import ast
import contextlib
import difflib
import functools
import linecache
import operator
import sys
import types
from typing import Any

from grader.worker.shortcuts import ShortcutOff


class MissingName(Exception):
    """The module lacks a name that the exercise asks for."""


class Submission:
    """The student's module as probes see it: attributes are the module's names."""

    def __init__(self, module: types.ModuleType, filename: str) -> None:
        self._module = module
        self._filename = filename

    def __getattr__(self, name: str) -> Any:
        names = vars(self._module)
        if name in names:
            return names[name]
        near = difflib.get_close_matches(name, [other for other in names if type(other) is str], n=1)
        raise MissingName(self._filename, name, near[0] if near else "")


def load(name: str, filename: str, source: bytes) -> Submission:
    """Run the module's code and give its names.

    Raises:
        SyntaxError: the bytes are no Python.
        BaseException: whatever the module raises when it is imported.
    """
    tree = ast.parse(source, filename)
    code = compile(tree, filename, "exec", dont_inherit=True)
    module = types.ModuleType(name)
    module.__file__ = filename
    text = source.decode("utf-8-sig", "replace")
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    sys.modules[name] = module
    try:
        exec(code, module.__dict__)
    except ShortcutOff:
        _run_without_shortcuts(tree, module, filename)
    return Submission(module, filename)


def _run_without_shortcuts(tree: ast.Module, module: types.ModuleType, filename: str) -> None:
    """Run the module again, a statement at a time, leaving out those that use a shortcut which is off.

    A module may compare its function with the library's at the bottom of the file; that is no reason to
    refuse the function.
    """
    flags = 0
    for statement in tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            flags |= functools.reduce(
                operator.or_, (getattr(__future__, name.name).compiler_flag for name in statement.names)
            )
        code = compile(ast.Module([statement], []), filename, "exec", flags, dont_inherit=True)
        with contextlib.suppress(ShortcutOff):
            exec(code, module.__dict__)
