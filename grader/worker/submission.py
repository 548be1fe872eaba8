"""A student's module, made from the bytes of its file."""

import difflib
import linecache
import sys
import types
from typing import Any


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
    code = compile(source, filename, "exec", dont_inherit=True)
    module = types.ModuleType(name)
    module.__file__ = filename
    text = source.decode("utf-8-sig", "replace")
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    sys.modules[name] = module
    exec(code, module.__dict__)
    return Submission(module, filename)
