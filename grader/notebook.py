"""A hand-in that is a notebook, made into the module that its cells define."""

import ast
import json
import re
import tokenize
from dataclasses import dataclass, field
from io import StringIO
from itertools import pairwise
from typing import Any

from grader.toplevel import FUTURE, Statement, needed

MAX_BYTES = 256 * 2**20
MAX_CODE = 4 * 2**20
KEPT_MAGICS = ("time", "timeit", "capture", "prun")
"""Cell magics that run their cell as Python; the cell is kept without them."""
WITHOUT_TRIAL = {"__future__", "torch", "torchvision", "tensorflow", "numpy", "PIL"}


class NotANotebook(ValueError):
    """The bytes hold no notebook; the message says why."""


@dataclass
class Module:
    """The module's text, and what was left out of it."""

    source: bytes
    notes: list[str] = field(default_factory=list)
    """Sentences such as `Cell 4, line 2: a syntax error, …`."""
    places: dict[int, str] = field(default_factory=dict)
    """For a line of the module, where it stands in the notebook: `cell 4, line 2`."""


@dataclass
class Cell:
    """A code cell."""

    number: int
    text: str


def module_of(notebook: bytes, name: str) -> Module:
    """The module that the notebook's code cells define, under the name `name`.

    Of experiments at the top of cells only what the functions depend on is kept, each so that a crash stays its own.
    Magics and `!` lines are left out; a piece with a syntax error takes only its own functions with it.

    Raises:
        NotANotebook: it is none.
    """
    return module_of_cells(_code_cells(notebook), name)


def module_of_cells(cells: list[Cell], name: str) -> Module:
    """As `module_of`, from the texts of code cells in order."""
    made = Module(b"")
    statements: list[Statement] = []
    broken: dict[str, str] = {}
    for cell in cells:
        for text, first_line in _pieces(_without_magics(cell, made.notes)):
            try:
                statements += _statements(text, cell.number, first_line)
            except SyntaxError as error:
                line = first_line + (error.lineno or 1) - 1
                note = f"Cell {cell.number}, line {line}: a syntax error, {error.msg}"
                made.notes.append(f"{note}. This piece of the cell is left out.")
                broken |= dict.fromkeys(re.findall(r"^(?:def|class|async def)\s+(\w+)", text, re.M), note)
            except (ValueError, RecursionError, MemoryError) as error:
                made.notes.append(f"Cell {cell.number} cannot be read as Python ({error}) and is left out.")
    defined = {part.defines for part in statements}
    lines = [f'"""{name}, from a notebook."""', ""]
    kept = needed(statements)
    future = [part for part in kept if isinstance(part.node, ast.ImportFrom) and part.node.module == FUTURE]
    for part in future + [part for part in kept if part not in future]:
        lines.append(f"# cell {part.cell}, line {part.line}")
        before, own, after = _guarded(part)
        start = len(lines) + len(before) + 1
        made.places |= {start + offset: f"cell {part.cell}, line {part.line + offset}" for offset in range(len(own))}
        lines += before + own + after
    for function, note in broken.items():
        if function not in defined:
            lines += ["", f"def {function}(*arguments, **keywords):", f"    raise RuntimeError({note!r})"]
            made.places[len(lines)] = note.partition(":")[0].lower()
    made.source = ("\n".join(lines) + "\n").encode("utf-8", "replace")
    return made


def _code_cells(notebook: bytes) -> list[Cell]:
    """The code cells of a notebook of any version, without a look at its outputs."""
    try:
        content = json.loads(notebook)
    except (ValueError, RecursionError) as error:
        reason = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise NotANotebook(f"it is no JSON ({reason})") from error
    try:
        parts = content["cells"] if "cells" in content else content["worksheets"][0]["cells"]
        found = [Cell(number, _text(part)) for number, part in enumerate(parts, 1) if _is_code(part)]
    except (TypeError, KeyError, IndexError, AttributeError) as error:
        raise NotANotebook("it has no list of cells") from error
    if sum(len(cell.text) for cell in found) > MAX_CODE:
        raise NotANotebook("its code is larger than 4 MiB")
    return found


def _text(cell: dict[str, Any]) -> str:
    text = cell.get("source", cell.get("input", ""))
    joined = "".join(text) if isinstance(text, list) else text
    if type(joined) is not str:
        raise TypeError("a cell's source is no text")
    return joined.encode("utf-8", "replace").decode()


def _is_code(cell: dict[str, Any]) -> bool:
    """Whether to take it: a code cell that is no test, or a solution cell, whatever kind it was changed to."""
    metadata = cell.get("metadata") or {}
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if isinstance(marks, dict) and marks.get("solution"):
        return True
    test = isinstance(marks, dict) and marks.get("grade")
    return cell.get("cell_type") == "code" and not test


def _without_magics(cell: Cell, notes: list[str]) -> str:
    """The cell's Python. Line magics become blank, so that lines keep their numbers."""
    from IPython.core.inputtransformer2 import TransformerManager

    text = cell.text.expandtabs() if "\t" in cell.text[:1] else cell.text
    first, _, rest = text.lstrip().partition("\n")
    if first.startswith("%%"):
        magic = first[2:].split(" ")[0].strip()
        if magic not in KEPT_MAGICS:
            notes.append(f"Cell {cell.number} is left out: %%{magic} is no Python.")
            return ""
        text = "\n" + rest
    try:
        plain = TransformerManager().transform_cell(text)
    except (SyntaxError, tokenize.TokenError, RecursionError, ValueError):
        return text
    if plain.strip() == text.strip():
        return text
    lines = plain.splitlines()
    for index, line in enumerate(lines):
        if "get_ipython()" in line and "get_ipython()" not in text:
            indent = line[: len(line) - len(line.lstrip())]
            lines[index] = f"{indent}pass  # {text.splitlines()[index].strip()}" if index < text.count("\n") + 1 else ""
    if plain != text:
        notes.append(f"Cell {cell.number}: IPython's % and ! lines are left out.")
    return "\n".join(lines)


def _pieces(text: str) -> list[tuple[str, int]]:
    """The whole cell where it is valid; else cut before each definition, so that one mistake costs one piece."""
    try:
        ast.parse(text)
        return [(text, 1)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    lines = text.splitlines()
    starts = [
        index for index, line in enumerate(lines)
        if re.match(r"(?:def|class|async def|@)\b|@", line) and not (index and lines[index - 1].startswith("@"))
    ]  # fmt: skip
    ends = sorted({0, *starts, len(lines)})
    return [("\n".join(lines[start:end]), start + 1) for start, end in pairwise(ends)]


def _statements(text: str, cell: int, first_line: int) -> list[Statement]:
    lines = text.splitlines()
    found = []
    tree = ast.parse(text)
    for node in tree.body:
        decorators = getattr(node, "decorator_list", [])
        start = min([node.lineno, *(decorator.lineno for decorator in decorators)])
        end = node.end_lineno or start
        shared = sum(other.lineno <= end and (other.end_lineno or other.lineno) >= start for other in tree.body) > 1
        own = (ast.get_source_segment(text, node) or "") if shared else "\n".join(lines[start - 1 : end])
        found.append(Statement(node, own.strip("\n"), cell, first_line + start - 1))
    return found


def _guarded(part: Statement) -> tuple[list[str], list[str], list[str]]:
    """The statement's lines, and what goes before and after them.

    One that may crash by itself goes into a `try`, as in a notebook a cell that crashes stops no other.
    """
    if _is_safe(part.node):
        return ["", ""] if part.defines else [], part.text.splitlines(), []
    where = f"cell {part.cell}, line {part.line}"
    handler = ["except Exception as problem:", f"    print({where!r}, type(problem).__name__, problem, sep=': ')"]
    if part.defines:
        handler += [f"    def {part.defines}(*arguments, problem=problem, **keywords):", "        raise problem"]
    return ["try:"], _indented(part.text), handler


def _is_safe(node: ast.stmt) -> bool:
    if isinstance(node, ast.ImportFrom | ast.Import):
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
        return all(module.split(".")[0] in WITHOUT_TRIAL for module in modules)
    if isinstance(node, ast.FunctionDef):
        arguments = node.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        defaults = [value for value in (*arguments.defaults, *arguments.kw_defaults) if value is not None]
        return not (
            node.decorator_list or node.returns or any(argument.annotation for argument in every)
            or any(not isinstance(value, ast.Constant | ast.UnaryOp) for value in defaults)
        )  # fmt: skip
    return False


def _indented(text: str) -> list[str]:
    """Each line four to the right, but for those inside a string."""
    inside: set[int] = set()
    opened: list[int] = []
    for token in tokenize.generate_tokens(StringIO(text + "\n").readline):
        kind = tokenize.tok_name[token.type]
        if kind == "STRING":
            inside |= set(range(token.start[0] + 1, token.end[0] + 1))
        elif kind in ("FSTRING_START", "TSTRING_START"):
            opened.append(token.start[0])
        elif kind in ("FSTRING_END", "TSTRING_END"):
            inside |= set(range(opened.pop() + 1, token.end[0] + 1))
    return [line if number in inside else f"    {line}" for number, line in enumerate(text.splitlines(), 1)]


