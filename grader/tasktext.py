"""The task text of an exercise: the docstrings of its stub, as Markdown."""

import ast
import inspect

from grader.course import Exercise
from grader.docstring import SECTIONS, WHOLE, translate_docstring
from grader.errors import CourseError
from grader.language import translated


def task_text(exercise: Exercise) -> str:
    """In the current language: the module's docstring, then each function's and class's signature and docstring.

    It is read from the solution or the pristine stub, so what a student made of the file does not matter.
    """
    tree = ast.parse(pristine_stub(exercise))
    parts = [f"# {exercise.name}", translate_docstring(ast.get_docstring(tree) or "", translated)]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            parts.append(f"## {signature(node)}")
            parts.append(as_markdown(translate_docstring(ast.get_docstring(node) or "", translated)))
    return "\n\n".join(parts)


def pristine_stub(exercise: Exercise) -> str:
    """The stub as it was before anybody edited it.

    Raises:
        CourseError: neither the solution nor the packaged stub is there.
    """
    from grader.stub import make_stub

    if exercise.solution.exists():
        return make_stub(exercise.solution.read_text(encoding="utf-8"))
    if exercise.packaged_stub.exists():
        return exercise.packaged_stub.read_text(encoding="utf-8")
    raise CourseError(
        "The stub of {exercise} is not in this course folder. Take it from the release again.", exercise=exercise.id
    )


def signature(node: ast.FunctionDef | ast.ClassDef) -> str:
    """`name(arguments)`, as code; a class has the arguments of its `__init__`."""
    if isinstance(node, ast.FunctionDef):
        return f"`{node.name}({ast.unparse(node.args)})`"
    made = [item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "__init__"]
    arguments = ast.unparse(made[0].args).partition(", ")[2] if made else ""
    return f"`{node.name}({arguments})`"


def as_markdown(docstring: str) -> str:
    """Google's sections as bold words, their entries as a list, examples as code."""
    lines: list[str] = []
    section, opened = "", False
    for line in inspect.cleandoc(docstring).splitlines():
        if line.rstrip() in SECTIONS:
            lines += ["", f"**{translated(line.strip().rstrip(':'))}**", ""]
            section, opened = line.rstrip(), False
        elif section and line.startswith("    ") and not line.startswith("     "):
            lines.append(f"  {line.strip()}" if opened and section in WHOLE else f"- {line.strip()}")
            opened = True
        elif section and line.startswith("     "):
            lines.append(f"  {line.strip()}")
        else:
            section, opened = "" if line.strip() else section, False
            lines.append(line)
    return _fence_examples(lines)


def _fence_examples(lines: list[str]) -> str:
    out: list[str] = []
    fenced = False
    for line in lines:
        if line.startswith(">>>") and not fenced:
            out.append("```python")
            fenced = True
        elif fenced and not line.strip():
            out.append("```")
            fenced = False
        out.append(line)
    return "\n".join(out + ["```"] * fenced)
