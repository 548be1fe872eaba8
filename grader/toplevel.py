"""Which statements at the top of a notebook a grader needs: definitions, imports, and what these depend on.

Experiments between the functions (a training run, a plot) are left out: they take time, need what is not there, and
change nothing in what is graded.
"""

import ast
import builtins
import symtable
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
Import = ast.Import | ast.ImportFrom
FUTURE = "__future__"


@dataclass(frozen=True)
class Statement:
    """One statement of a cell."""

    node: ast.stmt
    text: str
    cell: int
    """The cell's number, from 1."""
    line: int
    """Its first line in the cell, from 1."""

    @property
    def defines(self) -> str:
        """The function's or class's name; empty for other statements."""
        return self.node.name if isinstance(self.node, Definition) else ""


def needed(statements: Iterable[Statement]) -> list[Statement]:
    """The statements to keep, in an order in which each finds the names that it needs at once."""
    found = _without_stubs(list(statements))
    kept = [part for part in found if _always_kept(part.node)]
    own = {part.defines for part in found if part.defines}
    used = {name for part in kept for name in names_used(part.text)}
    rest = [part for part in found if not _always_kept(part.node)]
    while more := [part for part in rest if _touched(part.node, own) & used]:
        kept += more
        used |= {name for part in more for name in names_used(part.text)}
        rest = [part for part in rest if part not in more]
    kept.sort(key=lambda part: (not isinstance(part.node, Import), part.cell, part.line))
    return _in_order(kept)


def names_used(text: str) -> set[str]:
    """The module's names that a piece of code reads or changes, inside of its functions too."""
    found: set[str] = set()
    tables = [symtable.symtable(text, "<cell>", "exec")]
    while tables:
        table = tables.pop()
        tables += table.get_children()
        top = table.get_type() == "module"
        found |= {
            symbol.get_name()
            for symbol in table.get_symbols()
            if symbol.is_referenced() and (top or symbol.is_global())
        }
    return found


def _without_stubs(statements: list[Statement]) -> list[Statement]:
    """Without the stub of a function that is written in another cell, before it or after."""
    written = {part.defines for part in statements if part.defines and not _is_stub(part.node)}
    return [part for part in statements if part.defines not in written or not _is_stub(part.node)]


def _is_stub(node: ast.stmt) -> bool:
    functions = [item for item in ast.walk(node) if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)]
    return bool(functions) and all(
        isinstance(last := function.body[-1], ast.Raise)
        and last.exc is not None
        and ast.unparse(last.exc).startswith("NotImplementedError")
        for function in functions
    )


def _always_kept(node: ast.stmt) -> bool:
    if isinstance(node, Import):
        return not any(name == "grader" or name.startswith("grader.") for name in _modules(node))
    return isinstance(node, Definition) or any(isinstance(item, Definition) for item in ast.walk(node))


def _modules(node: Import) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names]


def _touched(node: ast.stmt, own: set[str]) -> set[str]:
    """The names that a statement binds or changes: targets, and what a method is called on."""
    if isinstance(node, Import):
        return set()
    found = {item.id for item in ast.walk(node) if isinstance(item, ast.Name) and not isinstance(item.ctx, ast.Load)}
    for item in ast.walk(node):
        if isinstance(item, ast.Import | ast.ImportFrom):
            found |= {(alias.asname or alias.name).split(".")[0] for alias in item.names}
        if isinstance(item, ast.Attribute | ast.Subscript) and not isinstance(item.ctx, ast.Load):
            found.add(_root(item))
    call = node.value if isinstance(node, ast.Expr) else None
    names = {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and not own & names:
        found.add(_root(call.func))
    return found


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _in_order(statements: list[Statement]) -> list[Statement]:
    """The given order, but after every statement whose name is needed at once: cells may stand in any order."""
    makers: dict[str, list[int]] = {}
    for index, part in enumerate(statements):
        for name in _bound(part.node):
            makers.setdefault(name, []).append(index)
    placed: list[int] = []

    def place(index: int, above: tuple[int, ...]) -> None:
        if index in placed or index in above:
            return
        for name in _needed_at_once(statements[index].node):
            before = [maker for maker in makers.get(name, ()) if maker < index]
            for maker in () if before else makers.get(name, ()):
                place(maker, (*above, index))
        placed.append(index)

    for index in range(len(statements)):
        place(index, ())
    return [statements[index] for index in placed]


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, Definition):
        return {node.name}
    if isinstance(node, Import):
        return {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return {item.id for item in ast.walk(node) if isinstance(item, ast.Name) and isinstance(item.ctx, ast.Store)}


def _needed_at_once(node: ast.stmt) -> set[str]:
    """Names that the statement reads when it runs; a function's body waits until it is called."""
    return {name for name in _reads(node) if not hasattr(builtins, name)}


def _reads(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield node.id
    waiting = node.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) else []
    body = waiting if isinstance(waiting, list) else [waiting]
    for child in ast.iter_child_nodes(node):
        if not any(child is part for part in body):
            yield from _reads(child)
