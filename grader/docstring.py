"""A docstring taken apart into what is translated as a whole (paragraph, list item, entry, table) and what never is."""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from grader.language import mark

HEADINGS = (mark("Args"), mark("Returns"), mark("Raises"), mark("Yields"), mark("Attributes"))
SECTIONS = tuple(f"{heading}:" for heading in HEADINGS)

WHOLE = ("Returns:", "Yields:")
"""Sections without entries: their lines are one text."""


@dataclass(frozen=True)
class Part:
    """Some lines of a docstring. `words` is their text on one line, empty where there is none to translate."""

    lines: tuple[str, ...]
    prefix: str = ""
    words: str = ""


def parts(docstring: str) -> Iterator[Part]:
    """The docstring in parts, in order; their lines together are its lines."""
    section = ""
    block: list[str] = []
    for line in [*inspect.cleandoc(docstring).splitlines(), ""]:
        if line.strip():
            block.append(line)
            continue
        if block:
            if block[0].rstrip() in SECTIONS:
                section = block[0].rstrip()
            elif not block[0].startswith("    "):
                section = ""
            yield from _section(block, section) if section else _block(block)
        yield Part(("",))
        block = []


def translate_docstring(docstring: str, translated: Callable[[str], str]) -> str:
    """The docstring with each part's words put through `translated`."""
    lines: list[str] = []
    for part in parts(docstring):
        text = translated(part.words) if part.words else ""
        lines += part.lines if text == part.words else [part.prefix + text]
    return "\n".join(lines).strip()


def _block(block: list[str]) -> Iterator[Part]:
    if block[0].startswith((">>>", "    ")):
        yield Part(tuple(block))
    elif block[0].startswith("|"):
        yield Part(tuple(block), words="\n".join(block))
    else:
        yield from _units(block, re.compile(r"- |\d+\. "))


def _section(block: list[str], section: str) -> Iterator[Part]:
    if block[0].rstrip() in SECTIONS:
        yield Part((block[0],))
        block = block[1:]
    opening = re.compile(r"    (?=\S)")
    if section in WHOLE and block:
        yield _unit(block, opening)
    else:
        yield from _units(block, opening)


def _units(block: list[str], opening: re.Pattern[str]) -> Iterator[Part]:
    """A paragraph or entries: a line that opens one begins a new unit, each other goes on with the last."""
    unit: list[str] = []
    for line in block:
        if unit and opening.match(line):
            yield _unit(unit, opening)
            unit = []
        unit.append(line)
    if unit:
        yield _unit(unit, opening)


def _unit(lines: list[str], opening: re.Pattern[str]) -> Part:
    found = opening.match(lines[0])
    prefix = found[0] if found else ""
    words = " ".join(line.strip() for line in [lines[0].removeprefix(prefix), *lines[1:]])
    return Part(tuple(lines), prefix, words)
