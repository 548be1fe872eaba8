"""What a student's code raised, as plain data: the kind, the words, the student's own lines."""

import traceback
from typing import Any

from grader.worker.submission import MissingName

PROBE_FILE = "<probe>"
MAX_TEXT = 2000
MAX_LINES = 6

Fault = dict[str, Any]


def describe(error: BaseException, filename: str) -> Fault:
    """The fault of an exception raised while a probe ran, or while the module was imported.

    Lines are those of the student's file only, outermost first.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [[frame.lineno or 0, frame.name] for frame in frames if frame.filename == filename]
    fault = {
        "kind": _kind(error, frames[-1].filename if frames else "", filename),
        "type": type(error).__name__[:100],
        "message": _text(error),
        "lines": lines[-MAX_LINES:],
    }
    if isinstance(error, SyntaxError) and error.filename in (filename, None):
        fault |= {"kind": "syntax", "message": str(error.msg)[:MAX_TEXT]}
        fault["lines"] = [[error.lineno or 0, ""]]
    if isinstance(error, MissingName):
        fault["message"], fault["lines"] = list(error.args)[1:], []
    return fault


def _kind(error: BaseException, innermost: str, filename: str) -> str:
    if isinstance(error, MissingName):
        return "missing"
    if isinstance(error, NotImplementedError) and innermost == filename:
        return "not_started"
    if isinstance(error, MemoryError) or _ran_out_of_memory(error):
        return "memory"
    if isinstance(error, SystemExit):
        return "exit"
    return "raised"


def _ran_out_of_memory(error: BaseException) -> bool:
    return isinstance(error, RuntimeError) and "allocate memory" in _text(error)


def _text(error: BaseException) -> str:
    try:
        return str(error)[:MAX_TEXT]
    except Exception:  # a __str__ of the student's own that raises
        return ""
