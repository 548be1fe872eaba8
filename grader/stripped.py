"""A checks file as students get it: without the held-back checks, and without what only these used."""

import ast
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from grader.course import SETTINGS


@dataclass(frozen=True)
class Stripped:
    """The text to give away, and the strings that must not be found anywhere."""

    source: str
    secrets: frozenset[str]
    """Texts of the removed parts that no other part has, each as a `template`."""
    texts: frozenset[str]
    """Those of the parts that stay."""


def strip(source: str) -> Stripped:
    """Take the held-back checks out. How many they are, and their points, stay, as `HELD_BACK`."""
    lines = source.splitlines()
    body = ast.parse(source).body
    held_back = [node for node in body if _is_held_back(node)]
    kept = [node for node in body if node not in held_back]
    uses = {id(node): _used([node]) for node in body}
    used_before: set[str] = set().union(*uses.values())
    while True:
        readers = Counter(name for node in kept for name in uses[id(node)])
        # A name that only its own statement reads, as in a recursion, is read by nothing else.
        unread = {
            id(node): {name for name in _bound(node) if readers[name] <= (name in uses[id(node)])} for node in kept
        }
        gone = [node for node in kept if _is_left_over(node, used_before, unread[id(node)])]
        if not gone:
            break
        kept = [node for node in kept if node not in gone]
    parts: list[str] = []
    last_import = [node for node in body if _is_import(node)][-1]
    end = 0
    for node in body:
        start = end
        end = max(node.end_lineno or node.lineno, end)
        if node in kept:
            parts += _imports_in_use(node, kept) if _is_import(node) else lines[start:end]
        if node is last_import and held_back:
            points = sum(_points(check) for check in held_back)
            parts += ["", f'HELD_BACK = {{"checks": {len(held_back)}, "points": {points:g}}}']
    removed = [node for node in body if node not in kept]
    texts = _strings(kept)
    return Stripped("\n".join(parts).rstrip() + "\n", frozenset(_strings(removed) - texts), frozenset(texts))


def _check_arguments(node: ast.stmt) -> dict[str, Any]:
    if isinstance(node, ast.FunctionDef):
        for call in node.decorator_list:
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "check":
                return {word.arg: word.value for word in call.keywords if word.arg}
    return {}


def _is_held_back(node: ast.stmt) -> bool:
    value = _check_arguments(node).get("held_back")
    return value is not None and not (isinstance(value, ast.Constant) and value.value is False)


def _points(node: ast.stmt) -> float:
    return float(ast.literal_eval(_check_arguments(node)["points"]))


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return {item.id for item in ast.walk(node) if isinstance(item, ast.Name) and isinstance(item.ctx, ast.Store)}


def _used(nodes: list[ast.stmt]) -> set[str]:
    return {
        item.id for node in nodes for item in ast.walk(node)
        if isinstance(item, ast.Name) and isinstance(item.ctx, ast.Load)
    }  # fmt: skip


def _is_left_over(node: ast.stmt, used_before: set[str], unread: set[str]) -> bool:
    """Whether nothing needs it any more; a check, a setting and what nothing ever used stay."""
    if _check_arguments(node) or _is_import(node):
        return False
    names = _bound(node)
    return bool(names) and not names & set(SETTINGS) and names <= used_before and names <= unread


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _imports_in_use(node: ast.stmt, kept: list[ast.stmt]) -> list[str]:
    assert isinstance(node, ast.Import | ast.ImportFrom)
    used = _used(kept)
    names = [alias for alias in node.names if (alias.asname or alias.name).split(".")[0] in used]
    if not names:
        return []
    made = ast.Import(names) if isinstance(node, ast.Import) else ast.ImportFrom(node.module, names, node.level)
    return [ast.unparse(made)]


def template(text: str) -> str:
    """A message with its fields left empty, so that an f-string and the template made of it are the same."""
    return re.sub(r"\{[^{}]*\}", "{}", text)


def _strings(nodes: list[ast.stmt]) -> set[str]:
    found: set[str] = set()
    waiting: list[ast.AST] = list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.JoinedStr):
            pieces = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
            found.add(template("".join(map(str, pieces))))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(template(node.value))
        else:
            waiting += ast.iter_child_nodes(node)
    return found
