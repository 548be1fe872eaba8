"""For authors: every text that a student may see, collected from the sources."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, TypeGuard

from grader.course import CHECKS, PACKAGE, Course
from grader.docstring import parts
from grader.messages import WORDS_IN

CALLS = {"translate", "mark", "Message", "WrongAnswer", "NotStarted", "SubmissionError", "TimedOut", "Crashed",
         "Invalid", "Deferred", "CourseError", "UnknownExercise", "CourseNotFound", "LibraryMissing",
         "SandboxTooWeak", "require", "_unreadable"}  # fmt: skip
"""What is called with a sentence for a person."""
PLACES = {"require": 1, "_unreadable": 2}
"""Which argument it is, where not the first."""
WORDY = re.compile(r"\b(an?|the|of|after|for|in|on|by|and|or|with|over|under|that|where|is|are|times|off)\b")
"""Words that tell an f-string of English from one of code."""
PROSE = ("choice.py", "compare.py", "expect.py", "explain.py", "looks.py", "notebook.py")
"""Modules beside the checks whose sentences are put together: every text of theirs that reads as English counts."""
AUTHORS = (
    "dev", "release", "batch", "report", "export", "similar", "authoring", "prove", "catalogue", "extraction",
    "gradebook", "handins", "journal", "plan", "pool", "unit", "capacity", "assignment", "autograding",
    "batchview", "bundle", "charts", "classreport", "cluster", "collecting", "gradescope", "jupyter", "late",
)  # fmt: skip
"""Commands and modules for instructors and authors: English only, but for what `--help` shows of the former."""
PHRASES = ("{one} and {other}", "{one} or {other}", "tensor {number}")
"""Phrases that checks put together in other ways than by an f-string with words in it."""
WORDS = ("tensors", "NumPy arrays")
"""Words that stand alone in the fields of such phrases."""
CLICK = (
    "Usage:", "Options", "Commands", "Positional arguments", "Error: {message}", "Missing command.",
    "Try '{command} {option}' for help.", "Invalid value: {message}", "Invalid value for {param_hint}: {message}",
    "Missing argument", "Missing option", "Missing parameter", "No such option {name!r}.", 
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    "Show this message and exit.", "Show the version and exit.", "default: {default}", "required",
    "Option {name!r} does not take a value.",
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    "{value!r} is not a valid {number_type}.", "{value} is not in the range {range}.", "Choose from:\n\t{choices}",
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)  # fmt: skip
"""What click says to a student; its own source has them as gettext texts."""


class _StringConstant(ast.Constant):
    value: str


@dataclass(frozen=True)
class Text:
    """One text to translate, and the file it is for."""

    id: Any
    file: str
    phrase: bool = False


def texts(course: Course) -> Iterator[Text]:
    """Every text that a student may see."""
    yield from _interface(course)
    yield from _command_help()
    for exercise in course.exercises:
        yield from _prose(exercise.checks, course)
    for exercise in course.exercises:
        yield from _task(exercise.solution, course)
    yield from (Text(id, "grader/checks", phrase=True) for id in PHRASES)
    yield from (Text(id, "grader/checks") for id in WORDS)
    yield from (Text(id, "click") for id in CLICK)


def _interface(course: Course) -> Iterator[Text]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if CHECKS in path.parents or path.stem in AUTHORS:
            continue
        if path.name in PROSE:
            yield from _prose(path, course)
        else:
            yield from _called(path, course)
    from babel.messages.extract import extract

    for path in sorted((PACKAGE / "templates").glob("*.html")):
        options: dict[str, Any] = {"trimmed": "true", "silent": "false"}
        found = extract("jinja2.ext:babel_extract", BytesIO(path.read_bytes()), options=options)
        yield from (Text(id, _shown(path, course)) for _, id, _, _ in found)


def _called(path: Path, course: Course) -> Iterator[Text]:
    """The texts in calls that take a sentence."""
    shown, tree = _shown(path, course), ast.parse(path.read_bytes())
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in CALLS:
            place = PLACES.get(_name(node.func), 0)
            for value in node.args[place : place + 1]:
                yield from _sentences(value, shown, least=1)
            for keyword in node.keywords:
                yield from _sentences(keyword.value, shown)


def _prose(path: Path, course: Course) -> Iterator[Text]:
    """Titles, hints, templates and names of values; what runs in the worker and docstrings of helpers left out."""
    shown = _shown(path, course)
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.Expr | ast.Import | ast.ImportFrom):
            continue
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            decorators = {_name(each.func if isinstance(each, ast.Call) else each) for each in node.decorator_list}
            if "probe" in decorators:
                continue
            if "check" in decorators:
                yield Text((ast.get_docstring(node) or "").split("\n")[0], shown)
        yield from _sentences(node, shown)


def _sentences(top: ast.AST, shown: str, least: int = 2) -> Iterator[Text]:
    waiting: list[ast.AST] = [top]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, ast.JoinedStr):
            template = _template(node)
            if WORDY.search(re.sub("{[^{}]*}", "", template)):
                yield Text(template, shown, phrase=True)
            waiting += [each for part in node.values if isinstance(part, ast.FormattedValue) for each in [part.value]]
        elif _is_text(node) and _is_english(node.value, least):
            yield Text(node.value, shown)
        elif isinstance(node, ast.keyword) and node.arg in WORDS_IN:
            yield from (
                Text(each.value, shown)
                for each in ast.walk(node.value)
                if _is_text(each) and re.search("[a-z]", each.value)
            )
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):  # a docstring
            waiting += ast.iter_child_nodes(node)


def _template(node: ast.JoinedStr) -> str:
    """The f-string as a `str.format` template: a field has the name of its variable, or a number's."""
    made, taken = "", set()
    for place, part in enumerate(node.values):
        if isinstance(part, ast.FormattedValue):
            name = part.value.id if isinstance(part.value, ast.Name) else f"value{place}"
            name = f"{name}{place}" if name in taken else name
            taken.add(name)
            made += f"{{{name}}}"
        elif isinstance(part, ast.Constant):
            made += str(part.value).replace("{", "{{").replace("}", "}}")
    return made


def _is_text(node: ast.AST) -> TypeGuard[_StringConstant]:
    return isinstance(node, ast.Constant) and type(node.value) is str


def _is_english(text: str, least: int = 2) -> bool:
    """Whether it has words of English in it: of a name or of code there is one without spaces around."""
    bare = re.sub("`[^`]*`|{[^{}]*}", "", text)
    words = re.findall(r"(?:^|(?<=[\s(]))[A-Za-z][a-z]+(?=[\s,.:;!?)]|$)", bare)
    return len(words) >= least or (" " in text.strip() and bool(WORDY.search(bare)))


def _task(path: Path, course: Course) -> Iterator[Text]:
    """The paragraphs of an exercise's task text."""
    tree = ast.parse(path.read_bytes())
    for node in [tree, *tree.body]:
        if node is tree or (isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")):
            docstring = ast.get_docstring(node) or ""
            yield from (Text(part.words, _shown(path, course)) for part in parts(docstring) if part.words)


def _command_help() -> Iterator[Text]:
    """What `--help` shows: click's commands themselves know it best."""
    import click

    from grader.cli import COMMANDS, load
    from grader.cli import course as group

    commands: list[tuple[str, click.Command]] = [("cli", group)]
    commands += [(f"commands/{name}", load(name)) for name in COMMANDS if name != "dev"]
    for line in COMMANDS.values():
        yield Text(line, "grader/cli.py")
    for name, command in commands:
        for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(command.help or "")):
            if _is_english(paragraph):
                yield Text(" ".join(paragraph.split()), f"grader/{name}.py")
        for parameter in command.params:
            if isinstance(parameter, click.Option) and parameter.help:
                yield Text(parameter.help, f"grader/{name}.py")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _shown(path: Path, course: Course) -> str:
    return path.relative_to(course.root).as_posix()
