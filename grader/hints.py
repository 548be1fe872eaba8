"""Hints in steps, from a question to nearly there, one at a time for each check that is not passed.

The author's own steps lead there: a question, which idea to look up, what to write in other words. Before
the last of them stand three that every check has: what the last run said, where the function stands in the
student's file, and what the task asks of it.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.check import Check
from grader.course import Exercise
from grader.docstring import translate_docstring
from grader.errors import CourseError
from grader.language import translate, translated
from grader.progress import Entry
from grader.stub import MarkerError
from grader.tasktext import pristine_stub

if TYPE_CHECKING:
    from rich.console import RenderableType

TASK_LINES = 14


@dataclass(frozen=True)
class Step:
    """One step of a check's hints."""

    check: Check
    number: int
    """From 1."""
    of: int
    """How many the check has."""
    kind: str
    """`hint`, `seen` (what the last run said), `place` or `task`."""
    text: str


def steps(exercise: Exercise, check: Check, message: str) -> list[Step]:
    """All steps for a check; `message` is what the last run said of it, if anything."""
    own = [("hint", text) for text in check.hints]
    found, nearly_there = own[: max(1, len(own) - 1)], own[1:][-1:]
    if message and not check.held_back:
        found.append(("seen", message))
    place = _place(exercise, check.function)
    if place:
        found.append(("place", place))
    task = _task(exercise, check.function)
    if task:
        found.append(("task", task))
    found += nearly_there
    return [Step(check, number, len(found), *each) for number, each in enumerate(found, 1)]


def next_step(exercise: Exercise, checks: Sequence[Check], entry: Entry | None) -> Step | None:
    """The step to give now: the next one of the first open check that has one left, or from the start again.

    None if no check is open.
    """
    graded = entry is not None and entry.tries > 0
    still_open = [check for check in checks if not graded or (entry and check.id in entry.open_checks)]
    given = entry.steps if entry else {}
    messages = entry.messages if entry else {}
    for check in still_open:
        found = steps(exercise, check, messages.get(check.id, ""))
        if given.get(check.id, 0) < len(found):
            return found[given.get(check.id, 0)]
    if not still_open:
        return None
    return steps(exercise, still_open[0], messages.get(still_open[0].id, ""))[0]


def given_with(entry: Entry | None, step: Step) -> tuple[str, ...]:
    """What `Entry.hinted` is once the step was given; the first step of a check again begins anew."""
    hinted = entry.hinted if entry else ()
    if step.number == 1 and step.check.id in hinted:
        hinted = ()
    return (*hinted, step.check.id)


def step_view(step: Step) -> "RenderableType":
    """The step as a person sees it."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from grader.prose import Prose

    head = Prose.assemble((translated(step.check.title), "bold"), (f"   {step.check.function}", "dim"))
    text = Prose(translated(step.text) if step.kind == "hint" else step.text)
    if step.kind == "hint":
        return Group(head, Prose.assemble((translate("Hint: "), "yellow"), text))
    label = {
        "seen": translate("What your last run gave:"),
        "place": translate("Where to look:"),
        "task": translate("What the task asks of {function}:", function=step.check.function),
    }[step.kind]
    return Group(head, Text(label, "yellow"), Padding(text, (0, 0, 0, 2)))


def _place(exercise: Exercise, function: str) -> str:
    """Where the function stands in the student's file: `exercises/ex03_sgd.py, line 20`."""
    try:
        node = _find(ast.parse(exercise.file.read_bytes()), function)
    except (OSError, SyntaxError, ValueError):
        return ""
    if node is None:
        return ""
    return translate("{file}, line {line}", file=f"exercises/{exercise.file.name}", line=node.lineno)


def _task(exercise: Exercise, function: str) -> str:
    """What the task asks of the function: the first lines of its docstring."""
    try:
        node = _find(ast.parse(pristine_stub(exercise)), function)
    except (CourseError, MarkerError):
        return ""
    docstring = (ast.get_docstring(node) or "") if node else ""
    lines = translate_docstring(docstring, translated).splitlines()
    return "\n".join(lines[:TASK_LINES] + ["…"] * (len(lines) > TASK_LINES))


def _find(tree: ast.Module, dotted: str) -> ast.FunctionDef | ast.ClassDef | None:
    """The function or class of this name, such as `sgd` or `Net.forward`."""
    body: list[ast.stmt] = tree.body
    found: ast.FunctionDef | ast.ClassDef | None = None
    for name in dotted.split("."):
        named = [node for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name]
        if not named:
            return found
        found = named[0]
        body = found.body
    return found
